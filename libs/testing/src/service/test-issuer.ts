import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { demonstrationLogins, type Role } from '@janela/contracts';

/** Who a token is for; what is left out is as for a demonstration login. */
export interface Who {
  /** The roles, and so the areas and the name of the demonstration login that has the first of them. */
  roles: readonly Role[];
  areas?: readonly string[];
  id?: string;
  name?: string;
}

/** What no service may accept in a token that is otherwise right. */
export const flaws = [
  'expired',
  'not yet valid',
  'for another audience',
  'of another issuer',
  'of another type',
  'of a retired key',
  'changed after signing',
  'unsigned',
] as const;
export type Flaw = (typeof flaws)[number];

interface Key {
  id: string;
  secret: CryptoKey;
  public: JWK;
}

const validSeconds = 3_600;

/** An OpenID Connect issuer that signs whatever a spec asks for, right or wrong. */
export class TestIssuer {
  private constructor(
    private readonly server: Server,
    private readonly key: Key,
    private readonly retiredKey: Key,
  ) {}

  static async start(): Promise<TestIssuer> {
    const [key, retired] = await Promise.all([newKey('current'), newKey('retired')]);
    const server = createServer((request, response) => {
      const keys = { keys: [key.public] };
      const answer = request.url === '/keys' ? keys : { jwks_uri: `http://${request.headers.host}/keys` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TestIssuer(server, key, retired);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** An access token that services accept for an hour, or with one flaw for which they must not. */
  async token(who: Who, flaw?: Flaw): Promise<string> {
    const { id, ...claims } = likeDemonstration(who);
    const now = Math.floor(Date.now() / 1_000) + (flaw === 'expired' ? -2 * validSeconds : 0);
    const payload = {
      ...claims,
      sub: id,
      iss: flaw === 'of another issuer' ? 'https://issuer.example' : this.url,
      aud: flaw === 'for another audience' ? 'another' : 'janela',
      iat: now,
      ...(flaw === 'not yet valid' && { nbf: now + validSeconds }),
      exp: now + validSeconds,
    };
    if (flaw === 'unsigned') return new UnsecuredJWT(payload).encode();
    const key = flaw === 'of a retired key' ? this.retiredKey : this.key;
    const typ = flaw === 'of another type' ? 'JWT' : 'at+jwt';
    const token = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: key.id, typ }).sign(key.secret);
    return flaw === 'changed after signing' ? forged(token, payload) : token;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

async function newKey(id: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { id, secret: privateKey, public: { ...(await exportJWK(publicKey)), kid: id, alg: 'ES256', use: 'sig' } };
}

/** The same token and signature, with another person written into it. */
function forged(token: string, payload: object): string {
  const [header, , signature] = token.split('.');
  const claims = Buffer.from(JSON.stringify({ ...payload, sub: 'another-person' })).toString('base64url');
  return [header, claims, signature].join('.');
}

function likeDemonstration({ roles, ...given }: Who): Required<Who> {
  const login = demonstrationLogins.find((one) => roles.some((role) => (one.roles as readonly Role[]).includes(role)));
  return {
    roles,
    id: given.id ?? login?.login ?? 'a-person',
    name: given.name ?? login?.name ?? 'A Person',
    areas: given.areas ?? login?.areas ?? [],
  };
}
