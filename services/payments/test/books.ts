import type { DataSource, EntityManager } from 'typeorm';

/** What two people found to have been paid for a payment beyond anything due. */
const doubled = `(SELECT coalesce(sum(s.recoverable_minor), 0) FROM settlements s WHERE s.payment_id = p.id AND s.state = 'confirmed')`;

/** What must hold after every commit, whatever happened: a query for each that finds what is wrong. */
const rules: Readonly<Record<string, string>> = {
  'every transaction has two entries or more and adds up to zero': `
    SELECT t.id FROM ledger_transactions t LEFT JOIN ledger_entries e ON e.transaction_id = t.id
    GROUP BY t.id, e.currency HAVING count(e.*) < 2 OR sum(e.amount_minor) <> 0`,
  'a cycle holds as many payments, and as much money, as it says': `
    SELECT c.id, c.count, count(p.*), c.total_minor, sum(p.amount_minor) FROM cycles c LEFT JOIN payments p ON p.cycle_id = c.id
    GROUP BY c.id HAVING c.count <> count(p.*) OR c.total_minor <> coalesce(sum(p.amount_minor), 0)`,
  'approved = instructed + held + cancelled': `
    SELECT c.id FROM cycles c JOIN payments p ON p.cycle_id = c.id WHERE c.approved_by IS NOT NULL GROUP BY c.id
    HAVING c.total_minor <> ${sumWhere('p.instruction_id IS NOT NULL')} + ${sumWhere(`p.state IN ('frozen', 'held')`)}
      + ${sumWhere(`p.state = 'cancelled'`)}`,
  'instructed = what the ledger says was sent': `
    SELECT b.id, b.count, b.total_minor FROM dispatch_batches b JOIN payments p ON p.batch_id = b.id
    GROUP BY b.id HAVING b.count <> count(*) OR b.total_minor <> sum(p.amount_minor)`,
  'what is in flight is with the provider that the ledger says': balanceIs(
    `'in_flight:' || p.provider`,
    `p.state IN ('instructed', 'sent', 'unknown')`,
    'p.amount_minor',
    'in_flight:',
  ),
  'what is committed waits in an approved cycle': balanceIs(
    `'committed:' || c.programme`,
    `p.state IN ('frozen', 'held') AND c.approved_by IS NOT NULL`,
    'p.amount_minor',
    'committed:',
  ),
  'what was paid is with the people': balanceIs(
    `'paid:' || c.programme`,
    `p.state = 'paid'`,
    'least(p.paid_minor, p.amount_minor)',
    'paid:',
  ),
  'what was paid too much, or once more than was due, can be recovered': balanceIs(
    `'recoverable:' || c.programme`,
    `(p.state = 'paid' AND p.paid_minor > p.amount_minor) OR ${doubled} > 0`,
    `CASE WHEN p.state = 'paid' THEN greatest(p.paid_minor - p.amount_minor, 0) ELSE 0 END + ${doubled}`,
    'recoverable:',
  ),
  'what two people settled, two people settled': `SELECT id FROM settlements WHERE decided_by = proposed_by`,
  'no difference is open about what was paid again': `
    SELECT p.id FROM payments p JOIN reissues r ON r.payment_id = p.id AND r.state = 'approved'
    JOIN outcomes o ON o.payment_id = p.id AND o.verdict NOT IN ('applied', 'noted', 'late') AND o.received_at < r.decided_at
    WHERE NOT EXISTS (SELECT FROM settlements s WHERE s.outcome_id = o.id AND s.state = 'confirmed' AND s.decided_at <= r.decided_at)`,
  'what came back waits to be sent again': balanceIs(
    `'returned:' || c.programme`,
    `p.state = 'returned' AND p.refunded_at IS NULL AND NOT EXISTS (SELECT FROM payments o WHERE o.replaces = p.id)`,
    'p.amount_minor',
    'returned:',
  ),
  'all money comes from where it was given': `
    SELECT account, given FROM (SELECT 'treasury:' || source AS account, sum(amount_minor) AS given FROM funds WHERE state = 'approved' GROUP BY 1) f
    FULL JOIN (SELECT account, sum(amount_minor) AS booked FROM ledger_entries WHERE starts_with(account, 'treasury:') GROUP BY 1) l
      USING (account) WHERE coalesce(given, 0) + coalesce(booked, 0) <> 0`,
  'no programme spends what it does not have': `
    SELECT account FROM ledger_entries WHERE split_part(account, ':', 1) IN ('funds', 'committed', 'in_flight', 'returned', 'paid', 'recoverable')
    GROUP BY account, currency HAVING sum(amount_minor) < 0`,
  'no enrolment has two live payments for one period': `
    SELECT enrolment_id FROM payments WHERE state NOT IN ('failed', 'returned', 'cancelled')
    GROUP BY enrolment_id, period HAVING count(*) > 1`,
  'a payment is made good once': `SELECT replaces FROM payments WHERE replaces IS NOT NULL GROUP BY 1 HAVING count(*) > 1`,
};

/** What some of a cycle's payments add up to. */
function sumWhere(which: string): string {
  return `coalesce(sum(p.amount_minor) FILTER (WHERE ${which}), 0)`;
}

/** A balance equals what the payments themselves say. */
function balanceIs(account: string, which: string, minor: string, prefix: string): string {
  return `
    SELECT account, due, booked FROM (
      SELECT ${account} AS account, sum(${minor}) AS due FROM payments p JOIN cycles c ON c.id = p.cycle_id
      WHERE ${which} GROUP BY 1) d
    FULL JOIN (SELECT account, sum(amount_minor) AS booked FROM ledger_entries
      WHERE starts_with(account, '${prefix}') GROUP BY 1) l USING (account)
    WHERE coalesce(due, 0) <> coalesce(booked, 0)`;
}

/** Everything that is wrong with the books, in sentences; of good books, nothing. */
export function ledgerProblems(database: DataSource): Promise<string[]> {
  return seeingAll(database, async (tx) => {
    const wrongs: string[] = [];
    for (const [rule, sql] of Object.entries(rules)) {
      const found = await tx.query<object[]>(sql);
      if (found.length > 0) wrongs.push(`${rule}: ${JSON.stringify(found.slice(0, 3))}`);
    }
    return wrongs;
  });
}

/** Looks at the rows of every area, as the application role. */
export function seeingAll<T>(database: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
    return work(tx);
  });
}
