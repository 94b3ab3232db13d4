import { Module } from '@nestjs/common';

import { ClientsModule } from '../clients/clients.module.ts';
import { HttpModule } from '../http/http.module.ts';
import { KeysModule } from '../keys/keys.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { Issuer } from './issuer.ts';

/** The OpenID Connect issuer. */
@Module({ imports: [ClientsModule, HttpModule, KeysModule, PeopleModule], providers: [Issuer], exports: [Issuer] })
export class IssuerModule {}
