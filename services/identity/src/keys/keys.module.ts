import { Module } from '@nestjs/common';

import { KeysService } from './keys.service.ts';

/** What tokens and cookies are signed with. */
@Module({ providers: [KeysService], exports: [KeysService] })
export class KeysModule {}
