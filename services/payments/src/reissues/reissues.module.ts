import { Module } from '@nestjs/common';

import { HoldsModule } from '../holds/holds.module.ts';
import { InstructionsModule } from '../instructions/instructions.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { PayeesModule } from '../payees/payees.module.ts';
import { DecideReissueService } from './decide-reissue.ts';
import { FindReissuesService } from './find-reissues.ts';
import { ReissuePaymentService } from './reissue-payment.ts';
import { ReissuesController } from './reissues.controller.ts';
import { ReissuesService } from './reissues.service.ts';
import { RequestReissueService } from './request-reissue.ts';

@Module({
  imports: [HoldsModule, InstructionsModule, LedgerModule, PayeesModule],
  controllers: [ReissuesController],
  providers: [ReissuesService, FindReissuesService, RequestReissueService, DecideReissueService, ReissuePaymentService],
})
export class ReissuesModule {}
