import { Injectable } from '@nestjs/common';
import { type Actor, Database, type OnceRequest, type Tx } from '@janela/platform';

/**
 * Sensitive cases lie in a drawer of their own, locked in the database: row-level security shows them only to a transaction that
 * has opened it. So a query cannot forget them, and everything else, counts and constraints of a join included, is as if they
 * did not exist.
 */
export async function allowSensitive(tx: Tx): Promise<void> {
  await setDrawers(tx, '{f,t}');
}

/** Does something with sensitive cases for somebody who may not see them: takes one in, finds one by its number. */
export async function withSensitiveAccess<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [row] = await tx.query<{ before: string | null }[]>(
    `SELECT before, set_config('janela.drawers', '{f,t}', true) FROM (SELECT current_setting('janela.drawers', true) AS before)`,
  );
  const result = await work();
  // Where the work fails the transaction is over, and the setting with it.
  await setDrawers(tx, row?.before ?? '');
  return result;
}

/** Transactions in which an actor sees the cases of their own drawers: the ordinary ones, the sensitive ones, or both. */
@Injectable()
export class CaseAccess {
  constructor(private readonly database: Database) {}

  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.read(actor, (tx) => openTheirs(tx, actor).then(() => work(tx)));
  }

  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.write(actor, (tx) => openTheirs(tx, actor).then(() => work(tx)));
  }

  once<T>(actor: Actor, request: OnceRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.once(actor, request, (tx) => openTheirs(tx, actor).then(() => work(tx)));
  }
}

async function openTheirs(tx: Tx, { roles }: Actor): Promise<void> {
  if (!roles.includes('sensitive-officer')) return;
  await setDrawers(tx, roles.some((role) => ordinary.has(role)) ? '{f,t}' : '{t}');
}

/** Whoever has one of these besides sees ordinary cases too. */
const ordinary: ReadonlySet<string> = new Set(['caseworker', 'supervisor', 'grievance-officer', 'appeals-reviewer']);

async function setDrawers(tx: Tx, drawers: string): Promise<void> {
  await tx.query(`SELECT set_config('janela.drawers', $1, true)`, [drawers]);
}
