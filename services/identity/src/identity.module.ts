import { Module } from '@nestjs/common';
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

@Module({
  imports: [PlatformModule.forRoot({ service: 'identity', permissions: definePermissions('identity', {}), entities })],
  providers: [
    PeopleService, //     staff, their passwords, roles and areas
    ClientsService, //    machines
    KeysService, //       what tokens and cookies are signed with
    AttemptsService, //   the growing wait after failed sign-ins
    SignInWatch, //       how sign-ins end, counted
    HttpParts, //         what the pages are made of
    Issuer, //            oidc-provider with the keys of the moment
    IdentityServer, //    the HTTP server
    Housekeeping, //      what is done by the clock
  ],
})
export class IdentityModule {}
