import { Injectable } from '@nestjs/common';
import { defineJob, OnJob, type ReceivedJob } from '@janela/jobs';
import type { Tx } from '@janela/platform';

import { scripts } from '../behaviours/scripts.ts';
import { AnswerWriter } from './answer-writer.ts';
import { insertMovements, readInstructions } from './instructions.queries.ts';

/** Pays what was to be paid after a delay. */
export const PayLate = defineJob('provider-sandbox.pay-late', { ids: { instructionId: 'uuid' } });

@Injectable()
export class PayingJobs {
  constructor(private readonly answers: AnswerWriter) {}

  @OnJob(PayLate)
  async payLate({ ids: { instructionId } }: ReceivedJob<typeof PayLate>, tx: Tx): Promise<void> {
    const [instruction] = await readInstructions(tx, [instructionId]);
    const lines = instruction && scripts[instruction.outcome].later;
    if (!instruction || !lines) return;
    await insertMovements(tx, [{ instruction, direction: 'out' }]);
    await this.answers.say(tx, [{ instruction, lines }]);
  }
}
