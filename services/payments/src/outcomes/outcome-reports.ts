import { Injectable } from '@nestjs/common';
import type { OutcomeAnswer, ReportOutcome } from '@janela/contracts';
import { type Actor, type AppError, Clock, Database, NotAllowed } from '@janela/platform';

import {
  InstructionNotFound,
  OutcomeAfterFinal,
  OutcomeAmountDiffers,
  OutcomeBeforeInstruction,
  OutcomeCurrencyDiffers,
  OutcomeInFuture,
} from '../payments.errors.ts';
import { reportedOutcome, type Verdict } from './judge-outcome.ts';
import { OutcomesService } from './outcomes.service.ts';

/** How each verdict that changes nothing is refused. */
const refusals: Record<Exclude<Verdict, 'applied' | 'noted'>, new () => AppError> = {
  late: OutcomeAfterFinal,
  after_final: OutcomeAfterFinal,
  amount: OutcomeAmountDiffers,
  currency: OutcomeCurrencyDiffers,
  date: OutcomeInFuture,
  unknown_instruction: InstructionNotFound,
};

/** What providers say over HTTP. It means exactly what it would mean as an event. */
@Injectable()
export class OutcomeReports {
  constructor(
    private readonly database: Database,
    private readonly outcomes: OutcomesService,
    private readonly clock: Clock,
  ) {}

  /** A provider speaks of its own instructions only. What does not fit is written down, and then refused. */
  async report(actor: Actor, input: ReportOutcome): Promise<OutcomeAnswer> {
    const outcome = reportedOutcome(providerOf(actor), input);
    const [judged] = await this.database.write(actor, (tx) => this.outcomes.ingest(tx, actor.id, [outcome]));
    if (!judged?.payment) throw new InstructionNotFound();
    const { verdict, payment } = judged;
    if (verdict === 'date' && outcome.occurredAt < this.clock.now()) throw new OutcomeBeforeInstruction();
    if (verdict !== 'applied' && verdict !== 'noted') throw new refusals[verdict]();
    return { instructionId: outcome.instructionId, verdict, paymentState: payment.state };
  }
}

const rolePrefix = 'provider-';

/** The role of a provider's machine names the provider. */
function providerOf({ roles }: Actor): string {
  const role = roles.find((one) => one.startsWith(rolePrefix));
  if (role === undefined) throw new NotAllowed();
  return role.slice(rolePrefix.length);
}
