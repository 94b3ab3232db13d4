import { Injectable } from '@nestjs/common';
import { minorToJson } from '@janela/kernel';
import type { CycleComparison } from '@janela/contracts';
import { type Actor, Audit, Clock, Database, type Tx } from '@janela/platform';

import type { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { getCycle } from '../cycle-records/get-cycle.ts';
import { mustReachCountry } from '../whole-country.ts';
import { duplicatesIn } from './comparison-duplicates.ts';
import { payeesIn } from './comparison-payees.ts';
import { changesSince } from './comparison-since.ts';

type Kind = 'entered' | 'left' | 'changed' | 'unchanged';

interface Row {
  kind: Kind;
  count: number;
  total: string;
  difference: string;
}

/** How long comparing a million payments may take. */
const compareTimeoutMs = 120_000;

/** Compares a cycle, for who approves or dispatches it: with the one before, and with how it was opened. */
@Injectable()
export class CompareCycleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Returns lines of households; of which ones is on record. */
  compare(actor: Actor, id: string): Promise<CycleComparison> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const comparison = await this.compareLines(tx, await getCycle(tx, actor, id));
      const details = shownInComparison(comparison);
      await this.audit.add(tx, actor, { action: 'payment.read', subject: `cycle:${id}`, details });
      return comparison;
    });
  }

  private async compareLines(tx: Tx, cycle: CycleEntity): Promise<CycleComparison> {
    await tx.query(`SELECT set_config('statement_timeout', $1, true)`, [String(compareTimeoutMs)]);
    return {
      ...(await compareWithPrevious(tx, cycle)),
      ...(await changesSince(tx, cycle.id, this.clock.today())),
      ...(await payeesIn(tx, cycle.id)),
      duplicates: await duplicatesIn(tx, cycle.id),
    };
  }
}

/** Whose lines a comparison shows, for the audit trail, which here names people as well. */
function shownInComparison(comparison: CycleComparison) {
  const { endedSince, suspendedSince, changedSince, payeeChanged, newPayee, duplicates } = comparison;
  const lines = [endedSince, suspendedSince, changedSince, payeeChanged, newPayee].flatMap((tally) => tally.lines);
  const paired = duplicates.pairs.flatMap(({ householdIds }) => householdIds);
  const shown = [...lines.map(({ householdId }) => householdId), ...paired];
  const personIds = duplicates.pairs.flatMap((pair) => pair.personIds);
  return {
    count: shown.length,
    householdIds: [...new Set(shown)],
    ...(personIds.length > 0 && { personIds: [...new Set(personIds)] }),
  };
}

/** Enrolment by enrolment. Cancelled payments, and those that make others good, do not count. */
async function compareWithPrevious(tx: Tx, cycle: CycleEntity) {
  const previousCycleId = await findPrevious(tx, cycle);
  const rows = await tx.query<Row[]>(comparisonSql, [cycle.id, previousCycleId]);
  const tally = (kind: Kind) => {
    const row = rows.find((one) => one.kind === kind);
    return { count: row?.count ?? 0, totalMinor: minorToJson(BigInt(row?.total ?? 0)) };
  };
  return {
    previousCycleId,
    entered: tally('entered'),
    left: tally('left'),
    changed: tally('changed'),
    unchanged: tally('unchanged'),
    differenceMinor: minorToJson(rows.reduce((sum, { difference }) => sum + BigInt(difference), 0n)),
    sharedAccounts: await sharedAccounts(tx, cycle.id),
    held: await heldByReason(tx, cycle.id),
  };
}

async function findPrevious(tx: Tx, { programmeId, period }: CycleEntity): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM cycles WHERE programme_id = $1 AND period < $2 ORDER BY period DESC LIMIT 1',
    [programmeId, period],
  );
  return row?.id ?? null;
}

const listOf = (cycle: string) =>
  `SELECT enrolment_id, amount_minor FROM payments WHERE cycle_id = ${cycle} AND state <> 'cancelled' AND replaces IS NULL`;

const comparisonSql = `
  SELECT kind, count(*)::int AS count, sum(coalesce(this_minor, last_minor)) AS total,
    sum(coalesce(this_minor, 0) - coalesce(last_minor, 0)) AS difference
  FROM (
    SELECT this.amount_minor AS this_minor, last.amount_minor AS last_minor,
      CASE WHEN last.amount_minor IS NULL THEN 'entered' WHEN this.amount_minor IS NULL THEN 'left'
        WHEN this.amount_minor <> last.amount_minor THEN 'changed' ELSE 'unchanged' END AS kind
    FROM (${listOf('$1')}) this FULL JOIN (${listOf('$2')}) last USING (enrolment_id)
  ) lines GROUP BY kind`;

async function sharedAccounts(tx: Tx, cycleId: string) {
  const [row] = await tx.query<{ count: number; total: string }[]>(
    `SELECT count(*)::int AS count, coalesce(sum(amount_minor), 0) AS total
     FROM (SELECT p.amount_minor, min(p.household_id::text) OVER account <> max(p.household_id::text) OVER account AS shared
       FROM payments p JOIN payees y ON y.id = p.payee_id
       WHERE p.cycle_id = $1 AND p.state <> 'cancelled' AND y.account_mark IS NOT NULL
       WINDOW account AS (PARTITION BY y.account_mark)) lines
     WHERE shared`,
    [cycleId],
  );
  return { count: row?.count ?? 0, totalMinor: minorToJson(BigInt(row?.total ?? 0)) };
}

async function heldByReason(tx: Tx, cycleId: string) {
  const rows = await tx.query<{ reasonCode: string; count: number; total: string }[]>(
    `SELECT reason_code AS "reasonCode", count(*)::int AS count, sum(amount_minor) AS total FROM payments
     WHERE cycle_id = $1 AND state = 'held' GROUP BY reason_code ORDER BY reason_code`,
    [cycleId],
  );
  return rows.map(({ reasonCode, count, total }) => ({ reasonCode, count, totalMinor: minorToJson(BigInt(total)) }));
}
