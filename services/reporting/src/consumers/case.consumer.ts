import { Injectable } from '@nestjs/common';
import { CaseClosed, CaseFiled, CaseResolved } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { addStatements } from '../coverage/write-rows.ts';

type CaseEvent = ReceivedEvent<typeof CaseFiled | typeof CaseResolved | typeof CaseClosed>;

@Injectable()
@InCoverage
export class CaseConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEventBatch(CaseFiled, CaseResolved, CaseClosed)
  async onCaseEvents(events: readonly CaseEvent[], tx: Tx): Promise<void> {
    await addStatements(
      tx,
      'case_facts',
      events.map((event) => this.toRow(event)),
    );
  }

  private toRow({ type, data, aggregateVersion: version, time }: CaseEvent): Record<string, unknown> {
    const [, , says] = type.split('.');
    return {
      case_id: data.caseId,
      version,
      says,
      area_code: data.areaCode,
      category: data.category,
      said_on: this.clock.dayOf(time),
      on_time: 'onTime' in data ? data.onTime : null,
      withdrawn: 'withdrawn' in data ? data.withdrawn : null,
    };
  }
}
