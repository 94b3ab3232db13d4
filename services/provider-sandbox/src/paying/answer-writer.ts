import { Injectable } from '@nestjs/common';
import { OutcomeReported } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { Clock, insertAll, type Tx } from '@janela/platform';

import type { Line } from '../behaviours/scripts.ts';
import { AnswerEntity } from './answer.entity.ts';
import { answersOf, type Instruction, reportOf } from './answers.ts';

/** Keeps and publishes what is said of instructions. */
@Injectable()
export class AnswerWriter {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async say(tx: Tx, parts: readonly { instruction: Instruction; lines: readonly Line[] }[]): Promise<void> {
    const answers = parts.flatMap(({ instruction, lines }) => answersOf(instruction, lines, this.clock.now()));
    await insertAll(tx, AnswerEntity, answers);
    await this.outbox.addAll(tx, OutcomeReported, answers.map(reportOf));
  }
}
