import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** An OpenID issuer that signs in every person, as another issuer might that is put in identity's place. */
export class TestIssuer {
  /** Whether it ends every session that it is asked about. */
  endsSessions = false;
  /** Whether it refuses to say what became of a session, as it does to a client that it does not know. */
  refusesClient = false;
  /** Whether it gives a new refresh token each time and takes no old one again. */
  rotates = false;
  /** How long the access tokens hold that it gives. */
  tokenSeconds = 600;
  /** Waited for between using up an old refresh token and giving the new one. */
  beforeTokens: () => Promise<void> = async () => undefined;
  /** Called when it was asked about a token. */
  asked: () => void = () => undefined;
  private given = 0;
  /** The tokens that it was asked to end. */
  readonly revoked: string[] = [];
  private nonce = '';

  private constructor(
    private readonly server: Server,
    readonly address: string,
    private readonly key: CryptoKey,
    private readonly jwk: JWK,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response));
  }

  static async start(): Promise<TestIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new TestIssuer(server, address, privateKey, { ...(await exportJWK(publicKey)), alg: 'ES256', kid: '1' });
  }

  /** Remembers what the window sends along, as the sign-in page would. */
  meet(authorizationUrl: URL): void {
    this.nonce = authorizationUrl.searchParams.get('nonce') ?? '';
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await textOf(request);
    if (this.refusesClient && request.url === '/token/introspection') {
      const refusal = { error: 'invalid_client' };
      response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify(refusal));
      return;
    }
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => this.discovery(),
      '/jwks': () => ({ keys: [this.jwk] }),
      '/token': () => this.tokens(),
      '/token/introspection': () => this.introspection(new URLSearchParams(sent).get('token') ?? ''),
      '/token/revocation': () => ({}),
    };
    if (request.url === '/token/revocation') this.revoked.push(new URLSearchParams(sent).get('token') ?? '');
    const body = await answers[request.url ?? '']?.();
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  }

  private discovery() {
    const at = (path: string) => `${this.address}${path}`;
    return {
      issuer: this.address,
      authorization_endpoint: at('/auth'),
      token_endpoint: at('/token'),
      introspection_endpoint: at('/token/introspection'),
      revocation_endpoint: at('/token/revocation'),
      end_session_endpoint: at('/session/end'),
      jwks_uri: at('/jwks'),
      id_token_signing_alg_values_supported: ['ES256'],
    };
  }

  private introspection(token: string) {
    const active = !this.endsSessions && (!this.rotates || token === this.refreshToken);
    this.asked();
    return { active };
  }

  private get refreshToken(): string {
    return this.rotates ? `refresh-token-${this.given}` : 'a-refresh-token';
  }

  private async tokens() {
    this.given += 1;
    await this.beforeTokens();
    const now = Math.floor(Date.now() / 1_000);
    const sign = (audience: string, claims: Record<string, unknown>) =>
      new SignJWT({ iss: this.address, aud: audience, sub: 'ada', iat: now, exp: now + 600, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: '1' })
        .sign(this.key);
    return {
      access_token: await sign('janela', { name: 'Ada', roles: ['caseworker'], areas: ['ZM104011'] }),
      id_token: await sign('janela-window', { nonce: this.nonce, auth_time: now }),
      refresh_token: this.refreshToken,
      token_type: 'Bearer',
      expires_in: this.tokenSeconds,
    };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
