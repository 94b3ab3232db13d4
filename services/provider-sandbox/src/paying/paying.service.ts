import { Injectable } from '@nestjs/common';
import { OutcomeReported, type DataOf, type InstructionIssued, type SandboxOutcome } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { InjectConfig, insertAll, type Tx } from '@janela/platform';

import { BehavioursService } from '../behaviours/behaviours.service.ts';
import { type Line, scripts } from '../behaviours/scripts.ts';
import type { ProviderSandboxConfig } from '../provider-sandbox.config.ts';
import { AnswerEntity } from './answer.entity.ts';
import { answersOf, type Instruction, movementsOf, reportOf } from './answers.ts';
import { PayLate } from './due-jobs.ts';

type Issued = DataOf<typeof InstructionIssued>;

/** Does what it is told, once for each instruction, and says what became of it as often as it is asked. */
@Injectable()
export class PayingService {
  constructor(
    private readonly behaviours: BehavioursService,
    private readonly outbox: Outbox,
    private readonly scheduler: JobScheduler,
    @InjectConfig() private readonly config: ProviderSandboxConfig,
  ) {}

  /** Takes instructions in. One that has come before is a question: it is answered, and nothing is paid. */
  async take(tx: Tx, issued: readonly Issued[]): Promise<void> {
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

  /** Pays what was to be paid after a delay. */
  async payLate(tx: Tx, instructionId: string): Promise<void> {
    const [instruction] = await readInstructions(tx, [instructionId]);
    const lines = instruction && scripts[instruction.outcome].later;
    if (!instruction || !lines) return;
    await insertMovements(tx, [{ instruction, direction: 'out' }]);
    await this.say(tx, [{ instruction, lines }]);
  }

  private async pay(tx: Tx, instructions: readonly Instruction[]): Promise<void> {
    const of = (instruction: Instruction) => scripts[instruction.outcome];
    await insertMovements(
      tx,
      instructions.flatMap((instruction) => of(instruction).moves.map((direction) => ({ instruction, direction }))),
    );
    await this.say(
      tx,
      instructions.map((instruction) => ({ instruction, lines: of(instruction).saysAtOnce })),
    );
    const late = instructions.filter((instruction) => of(instruction).later);
    const at = new Date(Date.now() + this.config.JANELA_LATE_SECONDS * 1_000);
    if (late.length > 0)
      await this.scheduler.scheduleAll(
        tx,
        PayLate,
        late.map(({ instructionId }) => ({ instructionId })),
        at,
      );
  }

  /** Says again what was said, in the same words; and what is said only to whoever asks. */
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
    await this.say(
      tx,
      open.map((instruction) => ({ instruction, lines: scripts[instruction.outcome].saysWhenAsked ?? [] })),
    );
  }

  private async say(tx: Tx, parts: readonly { instruction: Instruction; lines: readonly Line[] }[]): Promise<void> {
    const answers = parts.flatMap(({ instruction, lines }) => answersOf(instruction, lines, new Date()));
    await insertAll(tx, AnswerEntity, answers);
    await this.outbox.addAll(tx, OutcomeReported, answers.map(reportOf));
  }
}

const asked = ({ amountMinor, payee }: Issued) => ({ amountMinor, account: payee.account });

function chosen(
  { instructionId, paymentId, endToEndId, amountMinor, currency }: Issued,
  outcome: SandboxOutcome,
): Instruction {
  return { instructionId, paymentId, endToEndId, amountMinor, currency, outcome };
}

/** Gives those that had not come before. Whoever inserts the same at the same time is waited for. */
async function insertInstructions(tx: Tx, instructions: readonly Instruction[]): Promise<Set<string>> {
  const column = <K extends keyof Instruction>(name: K) => instructions.map((one) => one[name]);
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO instructions (id, payment_id, end_to_end_id, amount_minor, currency, outcome)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[])
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      ...[column('instructionId'), column('paymentId'), column('endToEndId')],
      ...[column('amountMinor'), column('currency'), column('outcome')],
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

function readInstructions(tx: Tx, instructionIds: readonly string[]): Promise<Instruction[]> {
  return tx.query<Instruction[]>(
    `SELECT id AS "instructionId", payment_id AS "paymentId", end_to_end_id AS "endToEndId", amount_minor::float8 AS "amountMinor",
       currency, outcome
     FROM instructions WHERE id = ANY($1::uuid[])`,
    [instructionIds],
  );
}

async function insertMovements(
  tx: Tx,
  moves: readonly { instruction: Instruction; direction: 'out' | 'back' }[],
): Promise<void> {
  const movements = moves.map(({ instruction, direction }) => movementsOf(instruction, direction));
  await tx.query(
    `INSERT INTO movements (instruction_id, direction, amount_minor, currency, reference)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[])`,
    [
      ...[movements.map(({ instructionId }) => instructionId), movements.map(({ direction }) => direction)],
      ...[movements.map(({ amountMinor }) => amountMinor), movements.map(({ currency }) => currency)],
      movements.map(({ reference }) => reference),
    ],
  );
}
