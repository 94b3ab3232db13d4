import { Injectable } from '@nestjs/common';
import { Id, type ListNotPaid, type NotPaid, type Page } from '@janela/contracts';
import { readProjection } from '@janela/messaging';
import { type Actor, Audit, Clock, Cursors, Database, known } from '@janela/platform';

import { coverage } from '../coverage/coverage.ts';
import { AreasAndDaysService } from '../figures/areas-and-days.service.ts';
import { system } from '../system.ts';
import { notPaidLines } from './not-paid.sql.ts';

type Line = { [K in keyof NotPaid]: NotPaid[K] | null };

@Injectable()
export class NotPaidService {
  constructor(
    private readonly database: Database,
    private readonly areasAndDays: AreasAndDaysService,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Returns enrolments that should have been paid and were not; the trail says which were shown. */
  async list(actor: Actor, { areaCode, programme, period, limit, after }: ListNotPaid): Promise<Page<NotPaid>> {
    const area = this.areasAndDays.reached(actor, areaCode);
    const today = this.clock.today();
    const list = `not-paid ${area} ${programme ?? ''} ${period ?? ''}`;
    const from = this.cursors.read(list, Id, after);
    // An enrolment belongs where the last event says, in whatever area; the query holds it to the one that was asked for.
    return this.database.write(system, async (tx) => {
      await readProjection(tx, coverage.name);
      await this.areasAndDays.mustBeKnown(tx, { areaCode: area, asOf: today });
      const first = period === undefined ? null : `${period}-01`;
      const binds = [area, programme ?? null, first, today, from ?? null, limit + 1];
      const rows = await tx.query<Line[]>(notPaidLines, binds);
      const shown = this.cursors.page(list, rows, limit, { item: toLine, position: ({ enrolmentId }) => enrolmentId });
      await this.audit.add(tx, actor, {
        action: 'not-paid.listed',
        subject: `area:${area}`,
        details: { programme, period, enrolmentIds: shown.items.map(({ enrolmentId }) => enrolmentId) },
      });
      return shown;
    });
  }
}

const toLine = (row: Line): NotPaid => known(row) as NotPaid;
