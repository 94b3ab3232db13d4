import { Injectable } from '@nestjs/common';
import type { ComplaintFigures, ComplaintsQuery, PlainDate } from '@janela/contracts';
import { addMonths } from '@janela/kernel';
import { readProjection } from '@janela/messaging';
import { type Actor, Database, InjectConfig, reaches, type Tx } from '@janela/platform';

import { coverage } from '../coverage/coverage.ts';
import { AreasAndDaysService } from '../figures/areas-and-days.service.ts';
import type { ReportingConfig } from '../reporting.config.ts';
import { DatesInWrongOrder } from '../reporting.errors.ts';
import { enoughToShow } from './enough-to-show.ts';

type Counts = NonNullable<ComplaintFigures['totals']>;

/**
 * Counts complaints, each in the area and on the day in which it was filed. Whether those who complain agree to statistics is not
 * known here, so nothing is shown of fewer than the minimum cell.
 */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly database: Database,
    private readonly areasAndDays: AreasAndDaysService,
    @InjectConfig() private readonly config: ReportingConfig,
  ) {}

  async get(actor: Actor, asked: ComplaintsQuery): Promise<ComplaintFigures> {
    const areaCode = this.areasAndDays.reached(actor, asked.areaCode);
    const to = this.areasAndDays.notFuture(asked.to);
    const from = asked.from ?? yearBefore(to);
    if (from > to) throw new DatesInWrongOrder();
    return this.database.read(actor, async (tx) => {
      await readProjection(tx, coverage.name);
      await this.areasAndDays.mustBeKnown(tx, { areaCode, asOf: to });
      const rows = await tx.query<({ category: string } & Counts)[]>(byCategory, [areaCode, from, to]);
      const sum = (name: keyof Counts) => rows.reduce((total, row) => total + row[name], 0);
      const sensitive = await this.sensitive(tx, actor, areaCode);
      const least = this.config.JANELA_MINIMUM_CELL;
      const totals = {
        filed: sum('filed'),
        resolved: sum('resolved'),
        resolvedOnTime: sum('resolvedOnTime'),
        withdrawn: sum('withdrawn'),
        open: sum('open'),
      };
      const shown = enoughToShow(rows, least);
      return {
        areaCode,
        from,
        to,
        ...((totals.filed === 0 || totals.filed >= least) && { totals }),
        byCategory: shown.map(({ category, filed, resolved, resolvedOnTime }) => ({
          category,
          filed,
          resolved,
          resolvedOnTime,
        })),
        withheld: shown.length < rows.length,
        ...(sensitive !== undefined && { sensitive }),
      };
    });
  }

  /** Their areas are not known here, so they count for the whole country only, and only for sensitive-case officers. */
  private async sensitive(tx: Tx, actor: Actor, areaCode: string): Promise<number | undefined> {
    const [area] = await tx.query<{ level: number }[]>('SELECT level FROM areas WHERE code = $1', [areaCode]);
    if (area?.level !== 0 || !reaches(actor, areaCode) || !actor.roles.includes('sensitive-officer')) return undefined;
    const [row] = await tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM sensitive_cases');
    return row?.count ?? 0;
  }
}

/** Of a day in the first year of all there is no year before. */
function yearBefore(day: PlainDate): PlainDate {
  return day < '0002' ? day : addMonths(day, -12);
}

const byCategory = `
WITH filed AS (
  SELECT case_id, category FROM case_facts WHERE says = 'filed' AND said_on BETWEEN $2 AND $3 AND area_code ^@ $1
), fate AS (
  SELECT category, answer.on_time, answer.case_id IS NOT NULL AS resolved, coalesce(closing.withdrawn, false) AS withdrawn
  FROM filed
  LEFT JOIN LATERAL (
    SELECT case_id, on_time FROM case_facts WHERE case_id = filed.case_id AND says = 'resolved' ORDER BY version DESC LIMIT 1
  ) AS answer ON true
  LEFT JOIN LATERAL (
    SELECT withdrawn FROM case_facts WHERE case_id = filed.case_id AND says = 'closed' ORDER BY version DESC LIMIT 1
  ) AS closing ON true
)
SELECT category, count(*)::int AS filed, (count(*) FILTER (WHERE resolved))::int AS resolved,
  (count(*) FILTER (WHERE resolved AND on_time))::int AS "resolvedOnTime", (count(*) FILTER (WHERE withdrawn))::int AS withdrawn,
  (count(*) FILTER (WHERE NOT resolved AND NOT withdrawn))::int AS open
FROM fate GROUP BY category ORDER BY category`;
