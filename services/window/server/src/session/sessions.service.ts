import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { Cipher, InjectConfig } from '@janela/platform';

import type { WindowConfig } from '../window.config.ts';
import { NotSignedIn } from '../window.errors.ts';
import { Issuer, type SignIn, type Tokens } from './issuer.ts';
import { SessionRedis } from './redis.ts';

/** A token this near to its end is renewed before it is used. */
const renewBeforeMs = 30_000;
const signInSeconds = 600;
const renewLockMs = 10_000;

/** Sign-ins under way and sessions, kept in Redis under hashes of their ids; the ids are known to one browser only. */
@Injectable()
export class Sessions {
  readonly #seconds: number;

  constructor(
    private readonly redis: SessionRedis,
    private readonly issuer: Issuer,
    private readonly cipher: Cipher,
    @InjectConfig() config: WindowConfig,
  ) {
    this.#seconds = config.JANELA_SESSION_IDLE_SECONDS;
  }

  /** Remembers a sign-in for ten minutes; answers the id for the browser's cookie. */
  async rememberSignIn(signIn: SignIn): Promise<string> {
    const id = newId();
    await this.redis.set(keyOf('sign-in', id), this.#seal(id, signIn), 'EX', signInSeconds);
    return id;
  }

  /** The sign-in, once: a second callback with the same cookie finds nothing. */
  async takeSignIn(id: string): Promise<SignIn | undefined> {
    const sealed = await this.redis.getdel(keyOf('sign-in', id));
    return sealed === null ? undefined : this.#open<SignIn>(id, sealed);
  }

  /** Opens a session; answers the id for the browser's cookie. Always a new id, so that nobody can plant one. */
  async open(tokens: Tokens): Promise<string> {
    const id = newId();
    await this.#store(id, tokens);
    return id;
  }

  /** Ends a session and answers the tokens that it held. */
  async end(id: string): Promise<Tokens | undefined> {
    const sealed = await this.redis.getdel(keyOf('session', id));
    return sealed === null ? undefined : this.#open<Tokens>(id, sealed);
  }

  /** An access token that is good for a while yet. Throws `NotSignedIn` when there is no session or the issuer has ended it. */
  async accessToken(id: string | undefined): Promise<string> {
    const tokens = await this.#read(id);
    if (tokens.expiresAt - Date.now() > renewBeforeMs) return tokens.accessToken;
    return (await this.#renew(id as string, tokens)).accessToken;
  }

  /** One request renews, the others wait for it: a refresh token that is used twice ends the session at the issuer. */
  async #renew(id: string, tokens: Tokens): Promise<Tokens> {
    if (!tokens.refreshToken) throw new NotSignedIn();
    const lock = keyOf('renewing', id);
    if ((await this.redis.set(lock, '1', 'PX', renewLockMs, 'NX')) === null) return this.#waitForRenewal(id);
    try {
      const current = await this.#read(id);
      if (current.accessToken !== tokens.accessToken) return current;
      const renewed = await this.issuer.refresh(tokens.refreshToken).catch(async (error: { status?: number }) => {
        if (error.status !== 400) throw error;
        await this.end(id);
        throw new NotSignedIn();
      });
      const next = { ...current, ...renewed };
      await this.#store(id, next);
      return next;
    } finally {
      await this.redis.del(lock);
    }
  }

  async #waitForRenewal(id: string): Promise<Tokens> {
    for (let waitedMs = 0; waitedMs < renewLockMs; waitedMs += 50) {
      await pause(50);
      const tokens = await this.#read(id);
      if (tokens.expiresAt - Date.now() > renewBeforeMs) return tokens;
    }
    throw new NotSignedIn();
  }

  async #read(id: string | undefined): Promise<Tokens> {
    const sealed = id && (await this.redis.getex(keyOf('session', id), 'EX', this.#seconds));
    if (!id || !sealed) throw new NotSignedIn();
    return this.#open<Tokens>(id, sealed);
  }

  async #store(id: string, tokens: Tokens): Promise<void> {
    await this.redis.set(keyOf('session', id), this.#seal(id, tokens), 'EX', this.#seconds);
  }

  #seal(id: string, value: SignIn | Tokens): string {
    return this.cipher.seal('window.session', JSON.stringify(value), hashOf(id));
  }

  #open<Value>(id: string, sealed: string): Value {
    return JSON.parse(this.cipher.open('window.session', sealed, hashOf(id))) as Value;
  }
}

const newId = () => randomBytes(32).toString('base64url');
const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url');
const keyOf = (kind: 'sign-in' | 'session' | 'renewing', id: string) => `${kind}:${hashOf(id)}`;
