import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';

export interface Claims {
  sub?: string;
  roles?: string[];
  areas?: string[];
  aud?: string;
  iss?: string;
  expiresIn?: number;
  [claim: string]: unknown;
}

interface Key {
  id: string;
  secret: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  jwk: JWK;
}

/** An issuer whose keys can be rotated and retired, and who signs what no honest one would. */
export class Issuer {
  private keys: Key[] = [];
  private published: JWK[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const answer = request.url?.startsWith('/keys') ? { keys: this.published } : { jwks_uri: `${this.url}/keys` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  }

  static async start(): Promise<Issuer> {
    const issuer = new Issuer();
    await new Promise<void>((resolve) => issuer.server.listen(0, '127.0.0.1', resolve));
    await issuer.addKey();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A new signing key; the older ones stay published. */
  async addKey(alg = 'ES256'): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const id = `key-${this.keys.length + 1}`;
    const jwk = { ...(await exportJWK(publicKey)), kid: id, alg, use: 'sig' };
    this.keys.push({ id, secret: privateKey, jwk });
    this.published.push(jwk);
  }

  /** The oldest published key is no longer one of ours. */
  retireOldestKey(): void {
    this.published.shift();
  }

  /** A token of the given key, the newest by default. */
  token(claims: Claims = {}, header: Partial<JWTHeaderParameters> = {}, keyIndex = -1): Promise<string> {
    const key = this.keys.at(keyIndex);
    if (!key) throw new Error('no such key');
    const {
      sub = 'amina',
      roles = ['supervisor'],
      areas = ['ZM'],
      aud = 'janela',
      iss = this.url,
      expiresIn = 300,
      ...more
    } = claims;
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ name: 'Amina Banda', roles, areas, ...more })
      .setProtectedHeader({ alg: key.jwk.alg ?? 'ES256', kid: key.id, typ: 'at+jwt', ...header })
      .setSubject(sub)
      .setAudience(aud)
      .setIssuer(iss)
      .setIssuedAt(now)
      .setExpirationTime(now + expiresIn)
      .sign(key.secret);
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}
