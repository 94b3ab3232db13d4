import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

import type { BeginSignIn, Session, SignedOut } from '@janela/contracts';
import { Injectable } from '@nestjs/common';
import { InjectConfig } from '@janela/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';

import type { WindowConfig } from '../window.config.ts';
import { IssuerUnavailable, SignInFailed } from '../window.errors.ts';
import { Cookies } from './cookies.ts';
import { Issuer, type Tokens } from './issuer.ts';
import { isUsed, mustComeFromTheWindow, pathHere } from './own-pages.ts';
import { SessionsService } from './sessions.service.ts';

/** Longer than any session of the issuer. */
const askSeconds = 86_400;

/** The first page, which then says that the issuer did not answer. */
const signedOutHereOnly = '/?signedOut=here';

/** Takes people to the issuer and back, and holds their session. */
@Injectable()
export class SignInService {
  constructor(
    private readonly issuer: Issuer,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
    @InjectConfig() private readonly config: WindowConfig,
  ) {}

  /** Who is signed in, read from the token that the services will verify. Throws `NotSignedIn`. */
  async session(request: FastifyRequest): Promise<Session> {
    const token = await this.sessions.accessToken(this.cookies.find(request, 'janela'), { used: isUsed(request) });
    const { sub = '', name, roles, areas } = decodeJwt<{ name?: string; roles?: string[]; areas?: string[] }>(token);
    return { id: sub, name: name ?? sub, roles: roles ?? [], areas: areas ?? [] };
  }

  /** Sends the browser to the issuer. */
  async begin(wanted: BeginSignIn, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const ask = this.cookies.find(request, 'janela-ask') !== undefined;
    const { url, signIn } = await this.issuer.begin(pathHere(wanted.return), { language: wanted.language, ask });
    this.cookies.set(reply, 'janela-sign-in', await this.sessions.rememberSignIn(signIn), 600);
    await reply.redirect(url.href, 303);
  }

  /** Takes the browser back from the issuer. A callback that belongs to no sign-in of this browser starts a new one. */
  async finish(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const signInId = this.cookies.find(request, 'janela-sign-in');
    const signIn = signInId && (await this.sessions.takeSignIn(signInId));
    if (!signIn) return void (await reply.redirect('/login', 303));
    const query = request.url.split('?')[1] ?? '';
    const tokens = await this.issuer.finish(query, signIn).catch((error: unknown) => {
      if (error instanceof IssuerUnavailable) throw error;
      throw new SignInFailed();
    });
    const before = this.cookies.find(request, 'janela');
    if (before) await this.sessions.end(before);
    this.cookies.clear(reply, 'janela-ask');
    this.cookies.set(reply, 'janela', await this.sessions.open(tokens));
    await reply.redirect(signIn.returnTo, 303);
  }

  /**
   * Ends the session here and at the issuer. Where that is away only the session here ends, and the next sign-in from this browser
   * asks for the password.
   */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<SignedOut> {
    mustComeFromTheWindow(request, this.config.JANELA_PUBLIC_URL, false);
    // A form comes as a stream, which must be read away, and may turn out to be too long.
    if (request.body instanceof Readable) request.body.on('error', () => undefined).resume();
    const id = this.cookies.find(request, 'janela');
    const tokens = id && (await this.sessions.end(id));
    this.cookies.clear(reply, 'janela');
    if (tokens) this.cookies.set(reply, 'janela-ask', randomBytes(32).toString('base64url'), askSeconds);
    return tokens ? this.endAtIssuer(tokens) : { next: '/', issuerAway: false };
  }

  private async endAtIssuer(tokens: Tokens): Promise<SignedOut> {
    const next = await this.issuer.end(tokens);
    return next ? { next: next.href, issuerAway: false } : { next: signedOutHereOnly, issuerAway: true };
  }
}
