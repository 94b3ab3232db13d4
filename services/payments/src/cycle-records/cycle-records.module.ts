import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/ledger.module.ts';
import { ChangeCycleService } from './change-cycle.ts';

/** Cycles as they are kept. They lie apart from `cycles`, which builds on `payments`, because `payments` and others need them too. */
@Module({ imports: [LedgerModule], providers: [ChangeCycleService], exports: [ChangeCycleService] })
export class CycleRecordsModule {}
