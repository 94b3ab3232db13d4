import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { demonstrationLogins, type Role } from '@janela/contracts';

/** Who a token is for; what is left out is as for a demonstration login. */
export interface Who {
  /** The roles, and so the areas and the name of the demonstration login that has the first of them. */
  roles: readonly Role[];
  areas?: readonly string[];
  id?: string;
  name?: string;
}

const keyId = 'test';
const validSeconds = 3_600;

/** An OpenID Connect issuer that signs whatever a spec asks for. */
export class TestIssuer {
  private constructor(
    private readonly server: Server,
    private readonly key: CryptoKey,
  ) {}

  static async start(): Promise<TestIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const keys = [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'ES256', use: 'sig' }];
    const server = createServer((request, response) => {
      const answer = request.url === '/keys' ? { keys } : { jwks_uri: `http://${request.headers.host}/keys` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TestIssuer(server, privateKey);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** An access token that services accept for an hour. */
  token(who: Who): Promise<string> {
    const { roles, areas, id, name } = likeDemonstration(who);
    return new SignJWT({ name, roles, areas })
      .setProtectedHeader({ alg: 'ES256', kid: keyId, typ: 'at+jwt' })
      .setSubject(id)
      .setIssuer(this.url)
      .setAudience('janela')
      .setIssuedAt()
      .setExpirationTime(`${validSeconds}s`)
      .sign(this.key);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function likeDemonstration({ roles, ...told }: Who): Required<Who> {
  const login = demonstrationLogins.find((one) => roles.some((role) => (one.roles as readonly Role[]).includes(role)));
  return {
    roles,
    id: told.id ?? login?.login ?? 'somebody',
    name: told.name ?? login?.name ?? 'Somebody',
    areas: told.areas ?? login?.areas ?? [],
  };
}
