import { createHash, randomBytes } from 'node:crypto';

import { Browser, type Shown } from './browser.ts';
import { demoPassword, redirectUri, windowSecret } from './identity.harness.ts';

export interface Tokens {
  access_token: string;
  id_token: string;
  refresh_token: string;
  expires_in: number;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Partial<Tokens> & { error?: string; error_description?: string };
}

/** Plays the window's gateway towards the issuer. */
export class Gateway {
  readonly verifier = randomBytes(32).toString('base64url');

  constructor(readonly issuer: string) {}

  /** Where the gateway sends a browser that is not signed in. A value of `undefined` leaves the parameter out. */
  authorizationUrl(changes: Record<string, string | undefined> = {}): string {
    const parameters = {
      client_id: 'janela-window',
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: redirectUri,
      state: 'state-of-the-window',
      nonce: 'nonce-of-the-window',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `${this.issuer}/auth?${new URLSearchParams(given).toString()}`;
  }

  redeem(code: string, changes: Record<string, string> = {}): Promise<TokenAnswer> {
    return this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: this.verifier,
      ...changes,
    });
  }

  refresh(refreshToken: string): Promise<TokenAnswer> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  /** Whether the session that a refresh token belongs to still holds. */
  async isActive(refreshToken: string): Promise<boolean> {
    const { body } = await this.post('/token/introspection', { token: refreshToken });
    return (body as { active?: boolean }).active === true;
  }

  token(form: Record<string, string>): Promise<TokenAnswer> {
    return this.post('/token', form);
  }

  private async post(path: string, form: Record<string, string>): Promise<TokenAnswer> {
    const authorization = `Basic ${Buffer.from(`janela-window:${windowSecret}`).toString('base64')}`;
    const response = await fetch(`${this.issuer}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { authorization },
    });
    return { status: response.status, body: (await response.json()) as TokenAnswer['body'] };
  }
}

/** Opens the sign-in page in a browser. */
export function openSignIn(
  browser: Browser,
  gateway: Gateway,
  changes: Record<string, string | undefined> = {},
): Promise<Shown> {
  return browser.get(gateway.authorizationUrl(changes));
}

/** Fills in the form of the page that is shown. */
export function fillIn(browser: Browser, page: Shown, login: string, password: string = demoPassword): Promise<Shown> {
  return browser.post(page.url.href, { email: `${login}@demo.janela`, password });
}

/** Signs a demonstration person in, from the window and back to it, and gets their tokens. */
export async function signIn(gateway: Gateway, login: string, browser = new Browser(gateway.issuer)): Promise<Tokens> {
  const onward = await fillIn(browser, await openSignIn(browser, gateway), login);
  const answer = await gateway.redeem(onward.url.searchParams.get('code') ?? '');
  if (answer.status !== 200) throw new Error(`${login} did not get in: ${JSON.stringify(answer.body)}`);
  return answer.body as Tokens;
}
