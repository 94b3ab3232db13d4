import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { MessagingModule } from '@janela/messaging';
import { definePermissions, PlatformModule } from '@janela/platform';

import { ClientsService } from './clients/clients.service.ts';
import { entities } from './data-source.ts';
import { Housekeeping } from './housekeeping.ts';
import { HttpParts } from './http/http-parts.ts';
import { Issuer } from './issuer/issuer.ts';
import { KeysService } from './keys/keys.service.ts';
import { PeopleService } from './people/people.service.ts';
import { IdentityServer } from './server.ts';
import { AttemptsService } from './sign-in/attempts.service.ts';
import { SignInWatch } from './sign-in/sign-in-watch.ts';

/** What identity is made of. */
const identityProviders = [
  PeopleService, //     staff, their passwords, roles and areas
  ClientsService, //    machines
  KeysService, //       what tokens and cookies are signed with
  AttemptsService, //   the growing wait after failed sign-ins
  SignInWatch, //       how sign-ins end, counted and on the trail
  HttpParts, //         what the pages are made of
  Issuer, //            oidc-provider with the keys of the moment
  IdentityServer, //    the HTTP server
  Housekeeping, //      what is done by the clock
];

/** The ground it stands on. It has no routes of Nest's, and so no permissions. */
const identityPlatform = PlatformModule.forRoot({
  service: 'identity',
  permissions: definePermissions('identity', {}),
  entities,
});

/** Identity tells; it listens to nobody. */
const events = { service: 'identity', catalogue, consume: false };

@Module({ imports: [identityPlatform, MessagingModule.forService(events)], providers: identityProviders })
export class IdentityModule {}

/** Identity that publishes nothing by itself: what it has to tell waits in the outbox for the service. For commands. */
@Module({
  imports: [identityPlatform, MessagingModule.forService({ ...events, relay: false })],
  providers: identityProviders,
})
export class SilentIdentityModule {}
