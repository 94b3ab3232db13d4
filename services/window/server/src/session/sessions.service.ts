import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { Cipher, Clock, InjectConfig } from '@janela/platform';

import type { WindowConfig } from '../window.config.ts';
import { NotSignedIn } from '../window.errors.ts';
import { Issuer, type SignIn, type Tokens } from './issuer.ts';
import { SessionRedis } from './session-redis.ts';

/** A token this near to its end is renewed before it is used. */
const renewBeforeMs = 30_000;
const signInSeconds = 600;
const renewLockMs = 10_000;

/** A session as it is kept. Times are milliseconds since 1970. */
interface Session extends Tokens {
  openedAt: number;
  /** When the issuer last said that the session holds. */
  checkedAt: number;
}

/** Sign-ins under way and sessions, kept in Redis under hashes of their ids; the ids are known to one browser only. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly redis: SessionRedis,
    private readonly issuer: Issuer,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: WindowConfig,
  ) {}

  /** Remembers a sign-in for ten minutes and returns the id for the browser's cookie. */
  async rememberSignIn(signIn: SignIn): Promise<string> {
    const id = newId();
    await this.redis.set(keyOf('sign-in', id), this.seal(id, signIn), 'EX', signInSeconds);
    return id;
  }

  /** The sign-in, once: a second callback with the same cookie finds nothing. */
  async takeSignIn(id: string): Promise<SignIn | undefined> {
    const sealed = await this.redis.getdel(keyOf('sign-in', id));
    return sealed === null ? undefined : this.unseal<SignIn>(id, sealed);
  }

  /** Opens a session and returns the id for the browser's cookie. Always a new id, so that none can be planted. */
  async open(tokens: Tokens): Promise<string> {
    const id = newId();
    await this.store(id, { ...tokens, openedAt: this.now, checkedAt: this.now });
    return id;
  }

  /** Ends a session and returns the tokens that it held. */
  async end(id: string): Promise<Tokens | undefined> {
    const sealed = await this.redis.getdel(keyOf('session', id));
    return sealed === null ? undefined : this.unseal<Session>(id, sealed);
  }

  /**
   * An access token that is good for a while yet. Throws `NotSignedIn` when there is no session, when it is over, or when the
   * issuer has ended it. `used` says whether a person is at work: what a page asks for by itself does not prolong the session.
   */
  async accessToken(id: string | undefined, { used = true } = {}): Promise<string> {
    if (!id) throw new NotSignedIn();
    const session = await this.mustHold(id, await this.read(id));
    if (used) await this.redis.expire(keyOf('session', id), this.secondsLeft(session));
    if (session.expiresAt - this.now > renewBeforeMs) return session.accessToken;
    return (await this.renew(id, session)).accessToken;
  }

  /** Returns the session, if the issuer, which is asked every few seconds, has not ended it: a new password or other roles do. */
  private async mustHold(id: string, session: Session): Promise<Session> {
    if (this.now - session.checkedAt <= this.config.JANELA_SESSION_CHECK_SECONDS * 1_000) return session;
    if (!session.refreshToken || (await this.issuer.isActive(session.refreshToken))) {
      const checked = { ...session, checkedAt: this.now };
      await this.replace(id, session, checked);
      return checked;
    }
    const current = await this.afterRenewal(id);
    // Renewed by another request in the meantime: the token that was asked about is used up, the session is not over.
    if (current.refreshToken !== session.refreshToken) return current;
    await this.end(id);
    throw new NotSignedIn();
  }

  /** Returns the session as it is when no request is renewing it: a renewal uses up the old token before the new one is written here. */
  private async afterRenewal(id: string): Promise<Session> {
    // The lock goes by itself after `renewLockMs`, so this ends.
    while (await this.redis.exists(keyOf('renewing', id))) await pause(50);
    return this.read(id);
  }

  /** One request renews, the others wait for it: a refresh token that is used twice ends the session at the issuer. */
  private async renew(id: string, session: Session): Promise<Session> {
    if (!session.refreshToken) throw new NotSignedIn();
    const lock = keyOf('renewing', id);
    if ((await this.redis.set(lock, '1', 'PX', renewLockMs, 'NX')) === null) return this.waitForRenewal(id);
    try {
      const current = await this.read(id);
      if (current.accessToken !== session.accessToken) return current;
      const renewed = await this.issuer.refresh(session.refreshToken).catch(async (error: { status?: number }) => {
        if (error.status !== 400) throw error;
        await this.end(id);
        throw new NotSignedIn();
      });
      const next = { ...current, ...renewed, checkedAt: this.now };
      await this.redis.set(keyOf('session', id), this.seal(id, next), 'KEEPTTL', 'XX');
      return next;
    } finally {
      await this.redis.del(lock);
    }
  }

  private async waitForRenewal(id: string): Promise<Session> {
    for (let waitedMs = 0; waitedMs < renewLockMs; waitedMs += 50) {
      await pause(50);
      const session = await this.read(id);
      if (session.expiresAt - this.now > renewBeforeMs) return session;
    }
    throw new NotSignedIn();
  }

  private async read(id: string): Promise<Session> {
    const sealed = await this.redis.get(keyOf('session', id));
    if (sealed === null) throw new NotSignedIn();
    const session = this.unseal<Session>(id, sealed);
    if (this.secondsLeft(session) > 0) return session;
    await this.end(id);
    throw new NotSignedIn();
  }

  private async store(id: string, session: Session): Promise<void> {
    await this.redis.set(keyOf('session', id), this.seal(id, session), 'EX', this.secondsLeft(session));
  }

  /** Writes what was checked unless a renewal has written newer tokens, or the session has ended. */
  private async replace(id: string, before: Session, after: Session): Promise<void> {
    const current = await this.redis.get(keyOf('session', id));
    if (current === null || this.unseal<Session>(id, current).accessToken !== before.accessToken) return;
    await this.redis.set(keyOf('session', id), this.seal(id, after), 'KEEPTTL', 'XX');
  }

  /** Until it ends unused, or at the latest. */
  private secondsLeft({ openedAt }: Session): number {
    const { JANELA_SESSION_IDLE_SECONDS: idle, JANELA_SESSION_SECONDS: longest } = this.config;
    return Math.min(idle, Math.floor((openedAt + longest * 1_000 - this.now) / 1_000));
  }

  private get now(): number {
    return this.clock.now().getTime();
  }

  private seal(id: string, value: SignIn | Session): string {
    return this.cipher.seal('window.session', JSON.stringify(value), hashOf(id));
  }

  private unseal<Value>(id: string, sealed: string): Value {
    return JSON.parse(this.cipher.open('window.session', sealed, hashOf(id))) as Value;
  }
}

const newId = () => randomBytes(32).toString('base64url');
const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url');
const keyOf = (kind: 'sign-in' | 'session' | 'renewing', id: string) => `${kind}:${hashOf(id)}`;
