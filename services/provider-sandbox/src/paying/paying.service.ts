import { Injectable } from '@nestjs/common';
import { OutcomeReported, type DataOf, type InstructionIssued, type SandboxOutcome } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { Clock, InjectConfig, type Tx } from '@janela/platform';

import { BehavioursService } from '../behaviours/behaviours.service.ts';
import { scripts } from '../behaviours/scripts.ts';
import type { ProviderSandboxConfig } from '../provider-sandbox.config.ts';
import { AnswerWriter } from './answer-writer.ts';
import type { AnswerEntity } from './answer.entity.ts';
import { type Instruction, reportOf } from './answers.ts';
import { insertInstructions, insertMovements, readInstructions } from './instructions.queries.ts';
import { PayLate } from './paying.jobs.ts';

type Issued = DataOf<typeof InstructionIssued>;

/** Does each instruction once, and says what became of it as often as that is asked. */
@Injectable()
export class PayingService {
  constructor(
    private readonly behaviours: BehavioursService,
    private readonly answers: AnswerWriter,
    private readonly outbox: Outbox,
    private readonly scheduler: JobScheduler,
    @InjectConfig() private readonly config: ProviderSandboxConfig,
    private readonly clock: Clock,
  ) {}

  /** One that has come before is a question: it is answered, and nothing is paid. */
  async receive(tx: Tx, issued: readonly Issued[]): Promise<void> {
    const choose = await this.behaviours.chooser(tx);
    const first = new Map<string, Instruction>();
    for (const one of issued)
      if (!first.has(one.instructionId)) first.set(one.instructionId, chosen(one, choose(asked(one))));
    const fresh = await insertInstructions(tx, [...first.values()]);
    await this.pay(
      tx,
      [...first.values()].filter(({ instructionId }) => fresh.has(instructionId)),
    );

    const again = issued.filter(({ instructionId }) => !fresh.delete(instructionId));
    await this.answer(tx, [...new Set(again.map(({ instructionId }) => instructionId))]);
  }

  private async pay(tx: Tx, instructions: readonly Instruction[]): Promise<void> {
    const of = (instruction: Instruction) => scripts[instruction.outcome];
    await insertMovements(
      tx,
      instructions.flatMap((instruction) => of(instruction).moves.map((direction) => ({ instruction, direction }))),
    );
    await this.answers.say(
      tx,
      instructions.map((instruction) => ({ instruction, lines: of(instruction).saysAtOnce })),
    );
    const late = instructions.filter((instruction) => of(instruction).later);
    const at = new Date(this.clock.now().getTime() + this.config.JANELA_LATE_SECONDS * 1_000);
    if (late.length > 0)
      await this.scheduler.scheduleAll(
        tx,
        PayLate,
        late.map(({ instructionId }) => ({ instructionId })),
        at,
      );
  }

  /** Repeats what was said, in the same words, and says what is said only when that is asked. */
  private async answer(tx: Tx, instructionIds: readonly string[]): Promise<void> {
    if (instructionIds.length === 0) return;
    const said = await tx.query<AnswerEntity[]>(
      `SELECT instruction_id AS "instructionId", status, reason_code AS "reasonCode", amount_minor AS "amountMinor", currency,
         reference, occurred_at AS "occurredAt"
       FROM answers WHERE instruction_id = ANY($1::uuid[]) ORDER BY id`,
      [instructionIds],
    );
    await this.outbox.addAll(tx, OutcomeReported, said.map(reportOf));
    const open = (await readInstructions(tx, instructionIds)).filter(({ instructionId, outcome }) => {
      const last = scripts[outcome].saysWhenAsked?.at(-1);
      return last && !said.some((one) => one.instructionId === instructionId && one.status === last.status);
    });
    await this.answers.say(
      tx,
      open.map((instruction) => ({ instruction, lines: scripts[instruction.outcome].saysWhenAsked ?? [] })),
    );
  }
}

const asked = ({ amountMinor, payee }: Issued) => ({ amountMinor, account: payee.account });

function chosen(
  { instructionId, paymentId, endToEndId, amountMinor, currency }: Issued,
  outcome: SandboxOutcome,
): Instruction {
  return { instructionId, paymentId, endToEndId, amountMinor, currency, outcome };
}
