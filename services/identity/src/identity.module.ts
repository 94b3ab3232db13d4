import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { ClientsModule } from './clients/clients.module.ts';
import { entities } from './data-source.ts';
import { identityRoutes } from './http/identity.routes.ts';
import { IdentityServer } from './identity-server.ts';
import { identityPermissions } from './identity.permissions.ts';
import { IssuerModule } from './issuer/issuer.module.ts';
import { KeysModule } from './keys/keys.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { Retention } from './retention.ts';
import { SignInModule } from './sign-in/sign-in.module.ts';

const service = 'identity';
const platform = PlatformModule.forRoot({
  service,
  permissions: identityPermissions,
  entities,
  otherRoutes: identityRoutes,
});
const features = [ClientsModule, IssuerModule, KeysModule, PeopleModule, SignInModule];
const providers = [IdentityServer, Retention];

/** It publishes, and consumes nothing. */
const events = { service, catalogue, consume: false };

@Module({ imports: [platform, MessagingModule.forService(events), ...features], providers })
export class IdentityModule {}

/** Identity without a relay: what it publishes waits in the outbox for the service. For commands. */
@Module({ imports: [platform, MessagingModule.forService({ ...events, relay: false }), ...features], providers })
export class SilentIdentityModule {}
