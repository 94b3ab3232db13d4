import { Logger } from '@nestjs/common';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

import type { AppError } from '../errors/app-error.ts';
import { IssuerUnreachable, TokenExpired, TokenInvalid } from '../errors/access.errors.ts';
import type { Actor } from '../context/actor.ts';

/** Which tokens are accepted. */
export interface TokenRules {
  issuer: string;
  audience: string;
  /** Where the public keys are; read from the issuer's discovery document when left out. */
  keysUrl?: string | undefined;
  /** How long fetched keys are trusted, and so how long a retired one may still work. */
  keysCacheSeconds: number;
}

const maxTokenLength = 8_192;
const clockToleranceSeconds = 5;
const fetchTimeoutMs = 3_000;
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const printable = z
  .string()
  .max(200)
  .regex(/^\P{Cc}+$/u);

const Claims = z.object({
  sub: printable,
  name: printable.optional(),
  roles: z.array(z.string().min(1).max(64)).max(50),
  // `*` is not an area: no token reaches as far as a service does.
  areas: z.array(z.string().regex(/^[A-Z]{2}[0-9A-Z]{0,18}$/)).max(200),
  client_id: z.string().optional(),
});

/** Verifies access tokens (RFC 9068) against the issuer's published keys and says who the actor is. */
export class TokenVerifier {
  private readonly rules: TokenRules;
  private readonly log = new Logger(TokenVerifier.name);
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(rules: TokenRules) {
    this.rules = rules;
  }

  /** The actor that the token stands for. Refuses with `TokenInvalid`, `TokenExpired` (401) or `IssuerUnreachable` (503). */
  async verify(token: string): Promise<Actor> {
    if (token.length > maxTokenLength) throw invalid('it is too long');
    const claims = Claims.safeParse(await this.payloadOf(token));
    if (!claims.success) throw invalid(`its claim "${String(claims.error.issues[0]?.path[0])}" is not as expected`);
    const { sub, name, roles, areas, client_id } = claims.data;
    return { id: sub, name: name ?? sub, kind: client_id === sub ? 'machine' : 'person', roles, areas };
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this.rules;
    try {
      const { payload } = await jwtVerify(token, await this.findKeys(), {
        issuer,
        audience,
        algorithms,
        typ: 'at+jwt',
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      return payload;
    } catch (error) {
      throw this.refusalFor(error);
    }
  }

  private refusalFor(error: unknown): Error {
    if (error instanceof errors.JWTExpired)
      return new TokenExpired(undefined, challenge('the access token has expired'));
    if (error instanceof errors.JWTClaimValidationFailed)
      return invalid(`its claim "${error.claim}" is not as expected`);
    if (error instanceof errors.JOSEAlgNotAllowed) return invalid('its algorithm is not accepted');
    if (error instanceof errors.JWKSNoMatchingKey) return invalid('its key is not one of the issuer');
    if (error instanceof errors.JWSSignatureVerificationFailed) return invalid('its signature does not fit');
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || isAboutKeys(error)) {
      this.log.warn('The keys of the issuer cannot be read', { err: error, issuer: this.rules.issuer });
      return new IssuerUnreachable(undefined, { headers: { 'retry-after': '5' } });
    }
    return invalid('it is not a signed token');
  }

  private findKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.openKeys().catch((error: unknown) => {
      // Read again with the next token.
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async openKeys(): Promise<JWTVerifyGetKey> {
    const url = this.rules.keysUrl ?? (await discoverKeysUrl(this.rules.issuer));
    return createRemoteJWKSet(new URL(url), {
      cacheMaxAge: this.rules.keysCacheSeconds * 1_000,
      // An unknown key id may be a new key; but forged ids must not make us hammer the issuer.
      cooldownDuration: 1_000,
      timeoutDuration: fetchTimeoutMs,
    });
  }
}

async function discoverKeysUrl(issuer: string): Promise<string> {
  const discovery = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(discovery, { signal: AbortSignal.timeout(fetchTimeoutMs), redirect: 'error' });
  if (!response.ok) throw new Error(`the discovery document answered ${response.status}`);
  return z.object({ jwks_uri: z.url() }).parse(await response.json()).jwks_uri;
}

/** The base class is what jose throws when the key set answers with anything but 200 and JSON. */
function isAboutKeys(error: errors.JOSEError): boolean {
  return error.code === 'ERR_JOSE_GENERIC' || error instanceof errors.JWKSInvalid || error instanceof errors.JWKInvalid;
}

function invalid(why: string): AppError {
  return new TokenInvalid(`The token is refused: ${why}`, challenge(`the token is refused: ${why}`));
}

/** RFC 6750: what is wrong with the token, in the header where clients look for it. */
function challenge(description: string): { headers: Record<string, string> } {
  const plain = description.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, "'");
  return {
    headers: { 'www-authenticate': `Bearer realm="janela", error="invalid_token", error_description="${plain}"` },
  };
}
