import { Injectable } from '@nestjs/common';
import { InjectConfig } from '@janela/platform';
import * as oidc from 'openid-client';

import type { WindowConfig } from '../window.config.ts';
import { IssuerUnavailable } from '../window.errors.ts';

/** The tokens of a session. They never leave the gateway but as the bearer of a forwarded request. */
export interface Tokens {
  accessToken: string;
  refreshToken?: string;
  idToken?: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** What must be remembered between sending a person to the issuer and their coming back. */
export interface SignIn {
  verifier: string;
  state: string;
  nonce: string;
  returnTo: string;
}

export interface BeginOptions {
  language?: string | undefined;
  /** Whether the issuer asks for the password whatever it remembers. */
  ask?: boolean;
}

/** The OpenID issuer, seen from its one browser client. */
@Injectable()
export class Issuer {
  private discovered?: Promise<oidc.Configuration>;

  constructor(@InjectConfig() private readonly config: WindowConfig) {}

  /** Where to send the browser, and what to remember until it is back. */
  async begin(returnTo: string, { language, ask }: BeginOptions = {}): Promise<{ url: URL; signIn: SignIn }> {
    const signIn = {
      verifier: oidc.randomPKCECodeVerifier(),
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      returnTo,
    };
    const url = oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.callback,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(signIn.verifier),
      code_challenge_method: 'S256',
      state: signIn.state,
      nonce: signIn.nonce,
      // A session here that was left unused has ended; the issuer must not go on with its own without a word.
      max_age: String(this.config.JANELA_SESSION_IDLE_SECONDS),
      ...(ask && { prompt: 'login' }),
      ...(language && { ui_locales: language }),
    });
    return { url, signIn };
  }

  /** Redeems the code that the browser came back with. Rejects when it is not the answer to this sign-in. */
  async finish(query: string, { verifier, state, nonce }: SignIn): Promise<Tokens> {
    const answer = await oidc.authorizationCodeGrant(await this.configuration(), new URL(`${this.callback}?${query}`), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      maxAge: this.config.JANELA_SESSION_IDLE_SECONDS,
    });
    return tokensOf(answer);
  }

  /** New tokens for old. Rejects when the issuer has ended the session. */
  async refresh(refreshToken: string): Promise<Tokens> {
    return tokensOf(await oidc.refreshTokenGrant(await this.configuration(), refreshToken));
  }

  /**
   * Returns whether the session of this refresh token still holds. An issuer that does not answer has ended nothing; one that refuses
   * to say has not said that it holds.
   */
  async isActive(refreshToken: string): Promise<boolean> {
    const hint = { token_type_hint: 'refresh_token' };
    return oidc.tokenIntrospection(await this.configuration(), refreshToken, hint).then(
      ({ active }) => active,
      (error: unknown) => !isRefusal(error),
    );
  }

  /**
   * Ends what the tokens stand for, and answers where to send the browser so that the issuer, too, forgets the person; undefined
   * when the issuer does not answer. The browser may never get there, so the refresh token is revoked from here.
   */
  async end({ refreshToken, idToken }: Tokens): Promise<URL | undefined> {
    try {
      const configuration = await this.configuration();
      const mayRevoke = refreshToken && configuration.serverMetadata().revocation_endpoint;
      if (mayRevoke) await oidc.tokenRevocation(configuration, refreshToken).catch(ignoreRefusal);
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${this.config.JANELA_PUBLIC_URL}/`,
        ...(idToken && { id_token_hint: idToken }),
      });
    } catch {
      return undefined;
    }
  }

  private get callback(): string {
    return `${this.config.JANELA_PUBLIC_URL}/login/callback`;
  }

  /** Asked for when first needed, so that the window starts before the issuer does; a failure is not remembered. */
  private configuration(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover().catch(() => {
      this.discovered = undefined;
      throw new IssuerUnavailable();
    });
    return this.discovered;
  }

  private discover(): Promise<oidc.Configuration> {
    const issuer = new URL(this.config.JANELA_OIDC_ISSUER);
    const secret = this.config.JANELA_WINDOW_CLIENT_SECRET;
    const insecure = issuer.protocol === 'http:' && this.config.JANELA_MODE !== 'production';
    return oidc.discovery(issuer, 'janela-window', undefined, oidc.ClientSecretBasic(secret), {
      timeout: 10,
      execute: insecure ? [oidc.allowInsecureRequests] : [],
    });
  }
}

function tokensOf(answer: oidc.TokenEndpointResponse): Tokens {
  return {
    accessToken: answer.access_token,
    ...(answer.refresh_token && { refreshToken: answer.refresh_token }),
    ...(answer.id_token && { idToken: answer.id_token }),
    expiresAt: Date.now() + (answer.expires_in ?? 60) * 1_000,
  };
}

/** An issuer that refuses is there; only one that says nothing is away. */
function ignoreRefusal(error: unknown): void {
  if (!isRefusal(error)) throw error;
}

/** Whether the issuer has judged the request and said no; a fault of its own is as good as silence. */
function isRefusal(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError)
    return error.status < 500;
  return error instanceof oidc.ClientError && error.cause instanceof Response && isNo(error.cause);
}

const isNo = ({ status }: Response) => status >= 400 && status < 500 && status !== 408 && status !== 429;
