import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/ledger.module.ts';
import { PayeesModule } from '../payees/payees.module.ts';
import { PaymentsFeatureModule } from '../payments/payments.module.ts';
import { EnquirePaymentService } from './enquire-payment.ts';
import { InstructionWriter } from './instruction-writer.ts';
import { InstructionsController } from './instructions.controller.ts';
import { InstructionsJobs } from './instructions.jobs.ts';
import { IssueInstructionsService } from './issue-instructions.ts';

@Module({
  imports: [LedgerModule, PayeesModule, PaymentsFeatureModule],
  controllers: [InstructionsController],
  providers: [InstructionWriter, IssueInstructionsService, EnquirePaymentService, InstructionsJobs],
  exports: [IssueInstructionsService],
})
export class InstructionsModule {}
