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
import { OutcomeReportedConsumer } from './consumers/outcome-reported.consumer.ts';
import { PayeeConsumer } from './consumers/payee.consumer.ts';
import { PersonConsumer } from './consumers/person.consumer.ts';
import { ProgrammePublishedConsumer } from './consumers/programme-published.consumer.ts';
import { ContributionsController } from './contributions/contributions.controller.ts';
import { ContributionsService } from './contributions/contributions.service.ts';
import { CloseCycleService } from './cycles/close-cycle.ts';
import { CyclesController } from './cycles/cycles.controller.ts';
import { CyclesService } from './cycles/cycles.service.ts';
import { CompareCycleService } from './cycles/comparison.ts';
import { DecideCycleService } from './cycles/decide-cycle.ts';
import { OpenCycleService } from './cycles/open-cycle.ts';
import { entities } from './data-source.ts';
import { CycleDispatcher } from './dispatch/cycle-dispatcher.ts';
import { DispatchJobs } from './dispatch/dispatch.jobs.ts';
import { dispatchJobs } from './dispatch/due-jobs.ts';
import { InstructionIssuer } from './dispatch/instruction-issuer.ts';
import { OutcomeTimeouts } from './dispatch/outcome-timeouts.ts';
import { EnrolmentsService } from './enrolments/enrolments.service.ts';
import { DecideFundsService } from './funds/decide-funds.ts';
import { FundsController } from './funds/funds.controller.ts';
import { FundsService } from './funds/funds.service.ts';
import { HoldsService } from './holds/holds.service.ts';
import { DuplicatesService } from './households/duplicates.service.ts';
import { HouseholdsService } from './households/households.service.ts';
import { LedgerReader } from './ledger/ledger-reader.ts';
import { LedgerController } from './ledger/ledger.controller.ts';
import { LedgerService } from './ledger/ledger.service.ts';
import { DifferencesService } from './outcomes/differences.service.ts';
import { OutcomeEvents } from './outcomes/outcome-events.ts';
import { OutcomeReports } from './outcomes/outcome-reports.ts';
import { OutcomesController } from './outcomes/outcomes.controller.ts';
import { OutcomesService } from './outcomes/outcomes.service.ts';
import { DecideSettlementService } from './outcomes/decide-settlement.ts';
import { BookSettlementService } from './outcomes/book-settlement.ts';
import { SettlementsController } from './outcomes/settlements.controller.ts';
import { SettlementsService } from './outcomes/settlements.service.ts';
import { PayeesService } from './payees/payees.service.ts';
import { paymentsPermissions } from './payments.permissions.ts';
import { ChangePaymentService } from './payments/change-payment.ts';
import { ReleasePaymentService } from './payments/release-payment.ts';
import { ReissuePaymentService } from './payments/reissue-payment.ts';
import { PaymentsController } from './payments/payments.controller.ts';
import { ReissuesController } from './payments/reissues.controller.ts';
import { FindReissuesService } from './payments/reissues.queries.ts';
import { ReissuesService } from './payments/reissues.service.ts';
import { PaymentsService } from './payments/payments.service.ts';
import { ProgrammesController } from './programmes/programmes.controller.ts';
import { ProgrammesService } from './programmes/programmes.service.ts';
import { ProvidersController } from './providers/providers.controller.ts';
import { ProvidersService } from './providers/providers.service.ts';

const service = 'payments';

/** What payments is made of. */
@Module({
  imports: [
    PlatformModule.forRoot({ service, permissions: paymentsPermissions, entities }),
    MessagingModule.forService({
      service,
      catalogue,
      // Whoever pays out answers on a topic of its own; one that is added later is read as well.
      branches: { 'payments.outcome': '*' },
      ignores: [EnrolmentWaitlisted, HouseholdPayeeConfirmed, ProgrammeRetired, PersonIdentified, PersonMerged],
    }),
    JobsModule.forService({ service, jobs: dispatchJobs }),
  ],
  controllers: [
    CyclesController, //        from opening to closing
    ProgrammesController, //    what a cycle opened now would be for
    PaymentsController, //      one by one
    ReissuesController, //      what is to be paid again
    OutcomesController, //      what providers say, and what does not fit
    SettlementsController, //   what people find out about it
    LedgerController, //        the book
    FundsController, //         what programmes may spend
    ProvidersController, //     who pays out
    ContributionsController, // what members pay in
  ],
  providers: [
    ...[EnrolmentConsumer, ProgrammePublishedConsumer, OutcomeReportedConsumer],
    ...[HouseholdConsumer, PersonConsumer, PayeeConsumer],
    ...[HouseholdsService, DuplicatesService, HoldsService],
    ...[EnrolmentsService, PayeesService, ProgrammesService, ProvidersService],
    ...[FundsService, DecideFundsService],
    ...[LedgerService, LedgerReader],
    ...[CyclesService, OpenCycleService, CompareCycleService, DecideCycleService, CloseCycleService],
    ...[CycleDispatcher, InstructionIssuer, OutcomeTimeouts, DispatchJobs],
    ...[PaymentsService, ChangePaymentService, ReleasePaymentService],
    ...[ReissuesService, FindReissuesService, ReissuePaymentService],
    ...[OutcomesService, OutcomeEvents, OutcomeReports, DifferencesService],
    ...[SettlementsService, DecideSettlementService, BookSettlementService],
    ContributionsService,
  ],
})
export class PaymentsModule {}
