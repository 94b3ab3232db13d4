import { Module } from '@nestjs/common';

import { ClientsService } from './clients.service.ts';

/** Machines that ask for tokens in their own name. */
@Module({ providers: [ClientsService], exports: [ClientsService] })
export class ClientsModule {}
