/** Where a navigation ended: a page of the server, or an address of another origin that was not followed. */
export interface NavigationResult {
  url: string;
  status: number;
  body: string;
  headers: Headers;
  /** Whether there is a form to send. */
  hasForm: boolean;
}

/** A browser with cookies, as far as a sign-in needs one: follows redirects within the server, sends forms. */
export class TestBrowser {
  /** By name and path but not by port, as a real jar keeps the cookies of one host. */
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>();

  open(url: string): Promise<NavigationResult> {
    return this.#go(url, { method: 'GET' });
  }

  /** Sends the page's form to the page's own address. */
  submit(page: NavigationResult, fields: Record<string, string>): Promise<NavigationResult> {
    return this.#go(page.url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async #go(url: string, request: RequestInit): Promise<NavigationResult> {
    const { origin, pathname } = new URL(url);
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.#cookieHeader(pathname) },
    });
    this.#keep(response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location !== null) {
      const next = new URL(location, url).href;
      if (new URL(next).origin === origin) return this.#go(next, { method: 'GET' });
      return { url: next, status: response.status, body: '', headers: response.headers, hasForm: false };
    }
    const body = await response.text();
    return { url, status: response.status, body, headers: response.headers, hasForm: body.includes('<form') };
  }

  #cookieHeader(pathname: string): string {
    const fitting = [...this.#cookies.values()].filter(({ path }) => pathname.startsWith(path));
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  #keep(headers: string[]): void {
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(/;\s*/);
      const [name = '', value = ''] = pair.split('=', 2);
      const attribute = (key: string) =>
        attributes.find((text) => text.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      const isGone =
        value === '' || attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now();
      const path = attribute('path') ?? '/';
      const key = `${name};${path}`;
      if (isGone) this.#cookies.delete(key);
      else this.#cookies.set(key, { name, value, path });
    }
  }
}
