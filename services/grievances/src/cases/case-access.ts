import { Injectable } from '@nestjs/common';
import { type Actor, Database, type OnceRequest, type Tx } from '@janela/platform';

/** Which values of `cases.sensitive` row-level security shows to a transaction; without a setting, `false` alone. */
const setting = 'janela.drawers';
const [all, onlySensitive] = ['{f,t}', '{t}'];

/** Shows sensitive cases to the transaction until it ends. To others they do not exist, in counts and joins as well. */
export async function allowSensitive(tx: Tx): Promise<void> {
  await show(tx, all);
}

/** Runs work on sensitive cases for a caller who may not see them: filing one, or finding one by its number. */
export async function withSensitiveAccess<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [row] = await tx.query<{ before: string | null }[]>(
    `SELECT before, set_config('${setting}', $1, true) FROM (SELECT current_setting('${setting}', true) AS before)`,
    [all],
  );
  const result = await work();
  // Where the work fails the transaction is over, and the setting with it.
  await show(tx, row?.before ?? '');
  return result;
}

/** Runs transactions in which an actor sees the cases that are theirs: the ordinary ones, the sensitive ones, or both. */
@Injectable()
export class CaseAccess {
  constructor(private readonly database: Database) {}

  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.read(actor, (tx) => showTo(tx, actor).then(() => work(tx)));
  }

  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.write(actor, (tx) => showTo(tx, actor).then(() => work(tx)));
  }

  once<T>(actor: Actor, request: OnceRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.once(actor, request, (tx) => showTo(tx, actor).then(() => work(tx)));
  }
}

async function showTo(tx: Tx, { roles }: Actor): Promise<void> {
  if (!roles.includes('sensitive-officer')) return;
  await show(tx, roles.some((role) => ordinary.has(role)) ? all : onlySensitive);
}

/** A sensitive-case officer with one of these roles sees ordinary cases too. */
const ordinary: ReadonlySet<string> = new Set(['caseworker', 'supervisor', 'grievance-officer', 'appeals-reviewer']);

async function show(tx: Tx, sensitive: string): Promise<void> {
  await tx.query(`SELECT set_config('${setting}', $1, true)`, [sensitive]);
}
