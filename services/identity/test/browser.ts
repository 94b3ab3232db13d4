/** What a browser shows after a request and the redirects behind it. */
export interface Shown {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

type Body = NonNullable<RequestInit['body']>;

/**
 * As much of a browser as a sign-in needs: keeps cookies by name and path, follows redirects on one site, stops at the first
 * address of another.
 */
export class Browser {
  /** By name and path. */
  private readonly cookies = new Map<string, Cookie>();
  private readonly origin: string;

  constructor(
    origin: string,
    readonly headers: Record<string, string> = {},
  ) {
    this.origin = origin;
  }

  get(address: string): Promise<Shown> {
    return this.go(new URL(address, this.origin), { method: 'GET' });
  }

  /** Sends a form of the page, as browsers do. */
  post(address: string, fields: Record<string, string> | Body, headers: Record<string, string> = {}): Promise<Shown> {
    const plain = fields.constructor === Object;
    const body = plain ? new URLSearchParams(fields as Record<string, string>) : (fields as Body);
    return this.go(new URL(address, this.origin), { method: 'POST', body, headers });
  }

  cookie(name: string): string | undefined {
    return [...this.cookies.values()].findLast((cookie) => cookie.name === name)?.value;
  }

  forget(name: string): void {
    for (const [key, cookie] of this.cookies) if (cookie.name === name) this.cookies.delete(key);
  }

  private async go(url: URL, request: RequestInit): Promise<Shown> {
    const headers = { accept: 'text/html', ...this.headers, cookie: this.cookiesFor(url), ...request.headers };
    const response = await fetch(url, { ...request, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const location = response.headers.get('location');
    const shown = { url, status: response.status, headers: response.headers, body: await response.text() };
    if (!location) return shown;
    const next = new URL(location, url);
    return next.origin === this.origin ? this.go(next, { method: 'GET' }) : { ...shown, url: next };
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const gone = attributes.some((attribute) => /^expires=Thu, 01 Jan 1970/i.test(attribute));
    const key = `${name} ${path}`;
    this.cookies.delete(key);
    if (!gone) this.cookies.set(key, { name, value, path });
  }

  private cookiesFor({ pathname }: URL): string {
    const fitting = [...this.cookies.values()].filter(({ path }) => pathname.startsWith(path));
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}
