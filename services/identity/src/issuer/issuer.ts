import type { IncomingMessage, ServerResponse } from 'node:http';

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Cipher, Database, InjectConfig, RepeatedTask } from '@janela/platform';
import { Provider } from 'oidc-provider';

import { ClientsService, hashSecret } from '../clients/clients.service.ts';
import { HttpParts } from '../http/http-parts.ts';
import { pipeline } from '../http/pipeline.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { publishAheadMs } from '../keys/key-ring.ts';
import { type KeysInUse, KeysService } from '../keys/keys.service.ts';
import { PeopleService } from '../people/people.service.ts';
import { issuerConfiguration } from './configuration.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The OpenID Connect issuer with the keys of the moment. */
@Injectable()
export class Issuer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Issuer.name);
  /** A key is noticed well before it begins to sign. */
  private readonly lookForKeys = new RepeatedTask({
    everyMs: publishAheadMs / 4,
    failure: 'New keys cannot be looked for',
    run: () => this.refresh(),
  });
  private current: { readonly mark: string; readonly handle: Handler } | undefined;

  constructor(
    @InjectConfig() private readonly config: IdentityConfig,
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly people: PeopleService,
    private readonly clients: ClientsService,
    private readonly keys: KeysService,
    private readonly http: HttpParts,
  ) {}

  onApplicationBootstrap(): void {
    this.lookForKeys.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.lookForKeys.stop();
  }

  /** Takes up changed keys. Requests under way end with the keys they began with. */
  async refresh(): Promise<void> {
    const keys = await this.keys.current();
    if (keys.mark === this.current?.mark) return;
    if (this.current) this.log.log('The keys have changed');
    this.current = { mark: keys.mark, handle: this.build(keys) };
  }

  /** Handles a request. */
  readonly handle: Handler = async (request, response) => {
    if (!this.current) await this.refresh();
    await this.current?.handle(request, response);
  };

  private build(keys: KeysInUse): Handler {
    const { config, database, cipher, people, clients } = this;
    const provider = new Provider(
      config.JANELA_OIDC_ISSUER,
      issuerConfiguration({ config, database, cipher, people, clients }, keys),
    );
    // Clients are kept with the hash of their secret, which is what the issuer takes for the secret.
    const { compareClientSecret } = provider.Client.prototype;
    provider.Client.prototype.compareClientSecret = function (given: string) {
      return compareClientSecret.call(this, hashSecret(given).toString('hex'));
    };
    provider.proxy = config.JANELA_PROXY_HOPS > 0;
    provider.maxIpsCount = config.JANELA_PROXY_HOPS;
    provider.on('server_error', (_context, error) => this.log.error({ err: error }, 'The issuer failed'));
    provider.on('grant.error', (_context, error) => this.http.watch.tokenRefused(error.message));
    for (const middleware of pipeline(provider, this.http)) provider.use(middleware);
    return provider.callback();
  }
}
