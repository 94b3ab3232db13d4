import { setTimeout as sleep } from 'node:timers/promises';

import { declaredDatabases, urlOf, withClient } from '@janela/servers';

import type { OwnStack } from './own-stack.ts';

const queries = {
  registry: `SELECT (SELECT count(*) FROM households) AS households, (SELECT count(*) FROM people) AS people,
    (SELECT count(DISTINCT least(household_id, other_household_id)::text || greatest(household_id, other_household_id)::text)
     FROM duplicates WHERE 'identifier' = ANY (matched_on)) AS "householdsRegisteredTwice"`,
  eligibility: `SELECT
    (SELECT count(*) FROM household_facts) AS "householdsKnown",
    (SELECT count(*) FROM applications) AS applications,
    (SELECT count(DISTINCT (programme_id, subject_id)) FROM applications) AS "subjectsApplying",
    (SELECT count(*) FROM applications WHERE state = 'approved') AS approved,
    (SELECT count(*) FROM enrolments) AS enrolments,
    (SELECT count(*) FROM enrolments WHERE state <> 'waitlisted') AS "enrolmentsBegun",
    (SELECT count(*) FROM enrolments JOIN programmes ON programmes.id = programme_id
     WHERE code IN ('SCT', 'SP65') AND enrolments.state = 'active') AS "enrolledToBePaid"`,
  payments: `SELECT
    (SELECT count(*) FROM enrolments) AS "enrolmentsKnown",
    (SELECT count(*) FROM cycles) AS cycles,
    (SELECT count(*) FROM cycles WHERE state = 'closed') AS "cyclesClosed",
    (SELECT count(*) FROM contributions) AS contributions,
    (SELECT count(*) FROM settlements WHERE state = 'confirmed') AS settled,
    (SELECT count(*) FROM payments) AS payments,
    (SELECT count(DISTINCT (enrolment_id, period)) FROM payments) AS "enrolmentsPaid",
    (SELECT sum(amount_minor) FROM payments) AS "frozenMinor",
    (SELECT count(*) FROM payments WHERE state IN ('frozen', 'instructed', 'sent')) AS "onTheWay",
    (SELECT count(*) FROM payments WHERE state IN ('instructed', 'sent', 'paid', 'failed', 'returned', 'unknown')) AS instructed,
    (SELECT count(*) FROM payments WHERE state = 'paid') AS paid,
    (SELECT sum(paid_minor) FROM payments WHERE state = 'paid') AS "paidMinor",
    (SELECT count(*) FROM payments WHERE state = 'failed') AS failed,
    (SELECT count(*) FROM payments WHERE state = 'returned') AS returned,
    (SELECT count(*) FROM payments WHERE state = 'unknown') AS unknown,
    (SELECT sum(amount_minor) FROM ledger_entries) AS "ledgerMinor"`,
  // The provider's own book: what left it, less what came back. Of some it says nothing; people settle these on its statement.
  provider_sandbox: `SELECT
    (SELECT count(*) FROM instructions) AS "instructionsTaken",
    (SELECT count(*) FROM instructions WHERE outcome = 'silent') AS silences,
    (SELECT coalesce(sum(CASE direction WHEN 'out' THEN movements.amount_minor ELSE -movements.amount_minor END), 0)
     FROM movements JOIN instructions ON instructions.id = instruction_id) AS "movedMinor"`,
  grievances: `SELECT (SELECT count(*) FROM cases) AS cases`,
} as const;

/** Events that wait to be published, or that a service could not take. */
const stuck = `SELECT (SELECT count(*) FROM outbox) AS unpublished, (SELECT count(*) FROM parked_events) AS parked`;

/** What each service has at the end, straight from its database; money in minor units of the kwacha. */
export type Totals = Record<string, number>;

/** The figures of all services as they are now. */
export async function totalsOf({ postgresUrl }: OwnStack): Promise<Totals> {
  const rows = await Promise.all(
    Object.entries(queries).map(([database, sql]) => rowOf(urlOf(postgresUrl, { database }), sql)),
  );
  const mailboxes = await Promise.all(
    declaredDatabases()
      .filter((database) => database !== 'identity')
      .map((database) => rowOf(urlOf(postgresUrl, { database }), stuck)),
  );
  const sum = (name: string) => mailboxes.reduce((total, row) => total + (row[name] ?? 0), 0);
  return { ...Object.assign({}, ...rows), unpublished: sum('unpublished'), parked: sum('parked') } as Totals;
}

async function rowOf(url: string, sql: string): Promise<Totals> {
  const { rows } = await withClient(url, (client) => client.query<Record<string, string | null>>(sql));
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]));
}

/** In which sentences one service contradicts another, or itself. */
export function disagreementsIn(totals: Totals): string[] {
  const same = (one: string, other: string) =>
    totals[one] === totals[other] ? [] : [`${one} ${totals[one]}, ${other} ${totals[other]}`];
  const none = (name: string) => (totals[name] === 0 ? [] : [`${name} ${totals[name]}`]);
  return [
    ...same('households', 'householdsKnown'),
    ...same('applications', 'subjectsApplying'),
    ...same('approved', 'enrolments'),
    ...same('enrolmentsBegun', 'enrolmentsKnown'),
    ...same('payments', 'enrolmentsPaid'),
    ...same('payments', 'enrolledToBePaid'),
    ...same('cycles', 'cyclesClosed'),
    ...same('instructed', 'instructionsTaken'),
    ...same('paidMinor', 'movedMinor'),
    ...same('settled', 'silences'),
    ...['unknown', 'onTheWay', 'ledgerMinor', 'unpublished', 'parked'].flatMap(none),
  ];
}

const withinMs = 180_000;

/** The figures once nothing is on its way any more, or as they are when that takes too long. */
export async function settledTotals(stack: OwnStack): Promise<Totals> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const totals = await totalsOf(stack);
    if (disagreementsIn(totals).length === 0 || Date.now() > deadline) return totals;
    await sleep(1_000);
  }
}
