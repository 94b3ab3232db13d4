import { Injectable } from '@nestjs/common';
import type { Tx } from '@janela/platform';

import { keepSql, moveSql, selectSql } from './households.sql.ts';
import type { KnownHousehold, PublishedHousehold } from './known-household.ts';

/** A household, and the revision of the published rules at the same moment. */
export interface HouseholdAndRules {
  household: KnownHousehold;
  revision: string;
}

interface FindOptions {
  /** Keeps the household from changing until the transaction ends; in a transaction that writes. */
  lock?: boolean;
}

/** The households of the register, as events describe them. */
@Injectable()
export class HouseholdsService {
  /** Returns the household, if it is known and lies within reach. */
  find(tx: Tx, householdId: string, { lock = false }: FindOptions = {}): Promise<HouseholdAndRules | undefined> {
    return findWhere(tx, 'household_id = $1', householdId, lock);
  }

  /** Returns the household that the person is a member of. */
  findOfPerson(tx: Tx, personId: string, { lock = false }: FindOptions = {}): Promise<HouseholdAndRules | undefined> {
    return findWhere(tx, 'person_ids @> ARRAY[$1::uuid]', personId, lock);
  }

  /** Returns the household of an enrolment: of its person, where it is a person's and they live in one that is known. */
  async findOfEnrolment(
    tx: Tx,
    { householdId, personId }: { householdId: string; personId: string | null },
    options?: FindOptions,
  ): Promise<HouseholdAndRules | undefined> {
    const home = personId === null ? undefined : await this.findOfPerson(tx, personId, options);
    return home?.household.state === 'active' ? home : this.find(tx, householdId, options);
  }

  /** Returns all active households that the transaction reaches, or about `atMost` of them, at random. */
  async sample(tx: Tx, atMost: number): Promise<KnownHousehold[]> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM household_facts WHERE state = 'active'`,
    );
    const percent = Math.min(100, (100 * atMost) / Math.max(1, row?.count ?? 0));
    const rows = await tx.query<Row[]>(
      `${selectSql(`TABLESAMPLE BERNOULLI (${percent})`)} WHERE state = 'active' LIMIT $1`,
      [atMost],
    );
    return rows.map(toKnown);
  }

  /** Returns those of the households that are known, locked always in the same order. For the service itself. */
  async lockAll(tx: Tx, householdIds: readonly string[]): Promise<KnownHousehold[]> {
    const rows = await tx.query<Row[]>(
      `${selectSql()} WHERE household_id = ANY ($1) ORDER BY household_id FOR UPDATE OF known`,
      [householdIds],
    );
    return rows.map(toKnown);
  }

  /** Returns the households that these people are members of, locked in the same order. */
  async lockOfPeople(tx: Tx, personIds: readonly string[]): Promise<KnownHousehold[]> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT household_id AS id FROM household_facts WHERE person_ids && $1::uuid[]',
      [personIds],
    );
    return this.lockAll(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /**
   * Keeps what was published, unless something newer is known. What belongs to a household moves with it. Returns which
   * households are different now.
   */
  async keep(tx: Tx, rows: readonly PublishedHousehold[]): Promise<string[]> {
    const inOrder = rows.toSorted((a, b) => (a.householdId < b.householdId ? -1 : 1));
    const kept = await tx.query<{ householdId: string; hasMoved: boolean }[]>(keepSql, [
      inOrder.map(({ householdId }) => householdId),
      inOrder.map(({ areaCode }) => areaCode),
      inOrder.map(({ version }) => version),
      inOrder.map(({ state }) => state),
      inOrder.map(({ overOn }) => overOn),
      inOrder.map(({ facts }) => facts && JSON.stringify(facts)),
    ]);
    const moved = kept.filter(({ hasMoved }) => hasMoved).map(({ householdId }) => householdId);
    if (moved.length > 0) for (const sql of moveSql) await tx.query(sql, [moved]);
    return kept.map(({ householdId }) => householdId);
  }
}

type Row = KnownHousehold & { revision: string };

async function findWhere(tx: Tx, condition: string, id: string, lock: boolean): Promise<HouseholdAndRules | undefined> {
  // A person who moved in with others may be in both households for a moment; the active one comes first.
  const order = `ORDER BY state = 'active' DESC, household_id DESC LIMIT 1`;
  const sql = `${selectSql()} WHERE ${condition} ${order} ${lock ? 'FOR SHARE OF known' : ''}`;
  const [row] = await tx.query<Row[]>(sql, [id]);
  return row && { household: toKnown(row), revision: row.revision };
}

function toKnown({ revision: _, ...household }: Row): KnownHousehold {
  return household;
}
