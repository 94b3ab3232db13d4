import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type INestApplicationContext, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectConfig } from '@janela/platform';

import { ClientsService } from './clients/clients.service.ts';
import { settleDemonstration } from './demonstration/demonstration.ts';
import type { IdentityConfig } from './identity.config.ts';
import { Issuer } from './issuer/issuer.ts';
import { PeopleService } from './people/people.service.ts';

const requestTimeoutMs = 30_000;
const keepAliveMs = 72_000;

/** Identity's own HTTP server: the issuer speaks Koa, and Nest's would only stand in its way. */
@Injectable()
export class IdentityServer implements OnModuleDestroy {
  private server: Server | undefined;

  constructor(
    @InjectConfig() private readonly config: IdentityConfig,
    private readonly people: PeopleService,
    private readonly clients: ClientsService,
    private readonly issuer: Issuer,
  ) {}

  /** Lets demonstration logins in or refuses to start over them, then takes requests. */
  async listen(): Promise<void> {
    await settleDemonstration(this.config, this.people, this.clients);
    await this.issuer.refresh();
    const server = createServer(
      { requestTimeout: requestTimeoutMs, keepAliveTimeout: keepAliveMs },
      (request, response) => {
        void this.issuer.handle(request, response);
      },
    );
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.config.JANELA_PORT, this.config.JANELA_HOST, resolve);
    });
    this.server = server;
  }

  /** Takes no new request, and waits for those under way. */
  async onModuleDestroy(): Promise<void> {
    const server = this.server;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
  }

  /** The port that is listened on. */
  get port(): number {
    return (this.server?.address() as AddressInfo).port;
  }
}

/** Starts the server of an identity that has been put together. */
export function listen(app: INestApplicationContext): Promise<void> {
  return app.get(IdentityServer).listen();
}
