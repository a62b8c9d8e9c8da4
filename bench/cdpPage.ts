import type { Browser, CDPSession } from 'playwright';

type Listener = (params: Record<string, unknown>) => void;

/**
 * A page that only the bench observes, through the DevTools protocol. Playwright's own pages store every response so that
 * they can show it. For a list of 5,000 tunnels that adds a task of one second to the page's main thread, which no user
 * has.
 */
export class CdpPage {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #contextId: string;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  readonly #listeners = new Map<string, Set<Listener>>();
  #sent = 0;

  private constructor(browser: CDPSession, sessionId: string, contextId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    this.#contextId = contextId;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from === sessionId) this.#receive(JSON.parse(message));
    });
  }

  /** Opens an empty page in a browser context of its own. */
  static async open(browser: Browser, { width, height }: { width: number; height: number }) {
    const cdp = await browser.newBrowserCDPSession();
    const { browserContextId } = await cdp.send('Target.createBrowserContext');
    const where = { url: 'about:blank', browserContextId, width, height };
    const { targetId } = await cdp.send('Target.createTarget', where);
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
    const page = new CdpPage(cdp, sessionId, browserContextId);
    await page.send('Page.enable');
    await page.send('Performance.enable');
    return page;
  }

  /** Sends a command of the DevTools protocol to the page. */
  send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    this.#sent += 1;
    const id = this.#sent;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(Object(result)), reject });
      const message = JSON.stringify({ id, method, params });
      void this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    });
  }

  /** Calls back on every event of a name; returns the function that stops it. */
  on(event: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Waits for the next event of a name. */
  once(event: string): Promise<Record<string, unknown>> {
    return new Promise((resolve) => {
      const stop = this.on(event, (params) => {
        stop();
        resolve(params);
      });
    });
  }

  /** Evaluates an expression in the page and awaits its value. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`In the page: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value: T }).value;
  }

  /** Waits until an expression is true, checking every frame. */
  async waitFor(expression: string): Promise<void> {
    await this.evaluate(
      `new Promise((done) => { const check = () => (${expression}) ? done() : requestAnimationFrame(check); check(); })`,
    );
  }

  /** Clicks the middle of the first element that a selector matches. */
  async click(selector: string): Promise<void> {
    const middle = `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))`;
    const element = `document.querySelector(${JSON.stringify(selector)})`;
    const at = await this.evaluate<object>(`${middle}(${element}.getBoundingClientRect())`);
    const button = { ...at, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed' });
    await this.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased' });
  }

  /** Types one letter into the focused element. */
  async press(letter: string): Promise<void> {
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
  }

  /** Returns one of the browser's own metrics, by its name in `Performance.getMetrics`. */
  async metric(name: string): Promise<number> {
    const { metrics } = (await this.send('Performance.getMetrics')) as {
      metrics: { name: string; value: number }[];
    };
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.disposeBrowserContext', { browserContextId: this.#contextId });
    await this.#browser.detach();
  }

  #receive(message: {
    id?: number;
    result?: unknown;
    error?: { message: string };
    method?: string;
    params?: Record<string, unknown>;
  }): void {
    if (message.method) {
      for (const listener of this.#listeners.get(message.method) ?? []) listener(message.params ?? {});
      return;
    }
    const waiting = this.#waiting.get(message.id ?? 0);
    this.#waiting.delete(message.id ?? 0);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }
}
