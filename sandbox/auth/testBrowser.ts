/** Where a navigation ended: a page of the server, or a URL of another origin, which isn't loaded. */
export interface NavigationResult {
  url: string;
  status: number;
  body: string;
  headers: Headers;
  /** Whether the page has a form. */
  hasForm: boolean;
}

/** A minimal browser for sign-ins: it keeps cookies, follows redirects within an origin and submits forms. */
export class TestBrowser {
  /** By name and path but not by port, like the cookies of one host in a real browser. */
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>();

  open(url: string): Promise<NavigationResult> {
    return this.#navigate(url, { method: 'GET' });
  }

  /** Submits the form of a page to the URL of that page. */
  submit(page: NavigationResult, fields: Record<string, string>): Promise<NavigationResult> {
    return this.#navigate(page.url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async #navigate(url: string, request: RequestInit): Promise<NavigationResult> {
    const { origin, pathname } = new URL(url);
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.#cookieHeader(pathname) },
    });
    this.#storeCookies(response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location !== null) {
      const next = new URL(location, url).href;
      if (new URL(next).origin === origin) return this.#navigate(next, { method: 'GET' });
      return { url: next, status: response.status, body: '', headers: response.headers, hasForm: false };
    }
    const body = await response.text();
    return { url, status: response.status, body, headers: response.headers, hasForm: body.includes('<form') };
  }

  #cookieHeader(pathname: string): string {
    const matching = [...this.#cookies.values()].filter(({ path }) => pathname.startsWith(path));
    return matching.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  #storeCookies(headers: string[]): void {
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(/;\s*/);
      const [name = '', value = ''] = pair.split('=', 2);
      const attribute = (key: string) =>
        attributes.find((text) => text.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      const isDeleted =
        value === '' || attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now();
      const path = attribute('path') ?? '/';
      const key = `${name};${path}`;
      if (isDeleted) this.#cookies.delete(key);
      else this.#cookies.set(key, { name, value, path });
    }
  }
}
