import { minorToJson } from '@janela/kernel';
import type { CycleComparison } from '@janela/contracts';

export const linesShown = 50;

type TallyWithLines = CycleComparison['endedSince'];

/** A line of one kind of change, with how many there are of that kind and what they add up to. */
export interface ComparedRow<Kind extends string> {
  kind: Kind;
  count: number;
  total: string;
  paymentId: string;
  enrolmentId: string;
  householdId: string;
  state: TallyWithLines['lines'][number]['state'];
  amount: string;
  due: string | null;
}

/** In SQL: the first lines of each kind from `lines`, which has `kind`, a payment's columns and `due_minor`. */
export const firstOfEachKind = `SELECT kind, count, total, id AS "paymentId", enrolment_id AS "enrolmentId",
    household_id AS "householdId", state, amount_minor AS amount, due_minor AS due
  FROM (SELECT lines.*, count(*) OVER whole::int AS count, sum(amount_minor) OVER whole AS total,
      row_number() OVER (PARTITION BY kind ORDER BY id) AS place
    FROM lines WINDOW whole AS (PARTITION BY kind)) numbered
  WHERE place <= ${linesShown} ORDER BY kind, place`;

/** What was found of one kind. */
export function tallyOf<Kind extends string>(rows: readonly ComparedRow<Kind>[], kind: Kind): TallyWithLines {
  const found = rows.filter((row) => row.kind === kind);
  const count = found[0]?.count ?? 0;
  return {
    count,
    totalMinor: jsonOf(found[0]?.total ?? '0'),
    lines: found.map(({ paymentId, enrolmentId, householdId, state, amount, due }) => ({
      paymentId,
      enrolmentId,
      householdId,
      state,
      amountMinor: jsonOf(amount),
      ...(due !== null && { dueMinor: jsonOf(due) }),
    })),
    more: count > found.length,
  };
}

const jsonOf = (text: string) => minorToJson(BigInt(text));
