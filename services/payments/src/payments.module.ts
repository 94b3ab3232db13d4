import { Module } from '@nestjs/common';
import {
  catalogue,
  EnrolmentWaitlisted,
  HouseholdPayeeConfirmed,
  PersonIdentified,
  PersonMerged,
  ProgrammeRetired,
} from '@janela/contracts';
import { JobsModule } from '@janela/jobs';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { EnrolmentConsumer } from './consumers/enrolment.consumer.ts';
import { HouseholdConsumer } from './consumers/household.consumer.ts';
import { OutcomeConsumer } from './consumers/outcome.consumer.ts';
import { PayeeConsumer } from './consumers/payee.consumer.ts';
import { PersonConsumer } from './consumers/person.consumer.ts';
import { ProgrammeConsumer } from './consumers/programme.consumer.ts';
import { ContributionsModule } from './contributions/contributions.module.ts';
import { CycleRecordsModule } from './cycle-records/cycle-records.module.ts';
import { CyclesModule } from './cycles/cycles.module.ts';
import { entities } from './data-source.ts';
import { DifferencesModule } from './differences/differences.module.ts';
import { DispatchCycle } from './dispatch/dispatch.jobs.ts';
import { DispatchModule } from './dispatch/dispatch.module.ts';
import { EnrolmentsModule } from './enrolments/enrolments.module.ts';
import { FundsModule } from './funds/funds.module.ts';
import { HoldsModule } from './holds/holds.module.ts';
import { HouseholdsModule } from './households/households.module.ts';
import { AskProvider, NoteSent } from './instructions/instructions.jobs.ts';
import { InstructionsModule } from './instructions/instructions.module.ts';
import { LedgerModule } from './ledger/ledger.module.ts';
import { OutcomesModule } from './outcomes/outcomes.module.ts';
import { PayeesModule } from './payees/payees.module.ts';
import { paymentsPermissions } from './payments.permissions.ts';
import { PaymentsFeatureModule } from './payments/payments.module.ts';
import { ProgrammesModule } from './programmes/programmes.module.ts';
import { ProvidersModule } from './providers/providers.module.ts';
import { ReissuesModule } from './reissues/reissues.module.ts';
import { SettlementsModule } from './settlements/settlements.module.ts';

const service = 'payments';

@Module({
  imports: [
    PlatformModule.forRoot({ service, permissions: paymentsPermissions, entities }),
    MessagingModule.forService({
      service,
      catalogue,
      // Each provider answers on a topic of its own; one that is added later is read as well.
      branches: { 'payments.outcome': '*' },
      ignores: [EnrolmentWaitlisted, HouseholdPayeeConfirmed, ProgrammeRetired, PersonIdentified, PersonMerged],
    }),
    JobsModule.forService({ service, jobs: [DispatchCycle, NoteSent, AskProvider] }),
    ContributionsModule,
    CycleRecordsModule,
    CyclesModule,
    DifferencesModule,
    DispatchModule,
    EnrolmentsModule,
    FundsModule,
    HoldsModule,
    HouseholdsModule,
    InstructionsModule,
    LedgerModule,
    OutcomesModule,
    PayeesModule,
    PaymentsFeatureModule,
    ProgrammesModule,
    ProvidersModule,
    ReissuesModule,
    SettlementsModule,
  ],
  providers: [EnrolmentConsumer, HouseholdConsumer, OutcomeConsumer, PayeeConsumer, PersonConsumer, ProgrammeConsumer],
})
export class PaymentsModule {}
