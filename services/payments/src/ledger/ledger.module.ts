import { Module } from '@nestjs/common';

import { LedgerReader } from './ledger-reader.ts';
import { LedgerController } from './ledger.controller.ts';
import { LedgerService } from './ledger.service.ts';

@Module({ controllers: [LedgerController], providers: [LedgerService, LedgerReader], exports: [LedgerService] })
export class LedgerModule {}
