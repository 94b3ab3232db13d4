import { Injectable } from '@nestjs/common';
import type { Certainty, PlainDate } from '@janela/contracts';
import type { Tx } from '@janela/platform';

/** What the register says of a household that decides whether it may be paid. */
export interface PublishedHousehold {
  householdId: string;
  consents: boolean;
  /** Since when it is none any more; null while it is one. */
  overOn: PlainDate | null;
}

export interface PublishedDeath {
  personId: string;
  householdId: string;
  on: PlainDate;
  certainty: Certainty;
}

/** Keeps what the register publishes of households and of deaths. */
@Injectable()
export class HouseholdsService {
  /** Locks households in the order of their ids: other events about them wait until the transaction ends. */
  async lock(tx: Tx, householdIds: readonly string[]): Promise<string[]> {
    const ids = [...new Set(householdIds)].toSorted();
    await tx.query('INSERT INTO households (id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [ids]);
    await tx.query('SELECT FROM households WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
    return ids;
  }

  /** Keeps what was published, and returns the ids of those that it changes. */
  async keep(tx: Tx, published: readonly PublishedHousehold[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `WITH changed AS (
         UPDATE households h SET payment_consent = given.consents, over_on = given.over_on
         FROM unnest($1::uuid[], $2::boolean[], $3::date[]) AS given (id, consents, over_on)
         WHERE h.id = given.id AND (h.payment_consent, h.over_on) IS DISTINCT FROM (given.consents, given.over_on)
         RETURNING h.id)
       SELECT id FROM changed`,
      [
        published.map(({ householdId }) => householdId),
        published.map(({ consents }) => consents),
        published.map(({ overOn }) => overOn),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns which of these households are known to consent to being paid. */
  async consenting(tx: Tx, householdIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT id FROM households WHERE id = ANY($1::uuid[]) AND payment_consent',
      [householdIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether a change of payee waits for a second person. */
  async payeeChangeWaits(tx: Tx, householdId: string, waits: boolean): Promise<void> {
    await tx.query('UPDATE households SET payee_change_waits = $2 WHERE id = $1 AND payee_change_waits <> $2', [
      householdId,
      waits,
    ]);
  }

  /** Every household that has to do with these people: as its members, its payee or deputy, or who its enrolments cover. */
  async findHouseholdsOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT household_id AS id FROM payees WHERE person_id = ANY($1::uuid[])
       UNION SELECT household_id FROM payees WHERE deputy_person_id = ANY($1::uuid[])
       UNION SELECT household_id FROM enrolments WHERE covered_person_ids && $1::uuid[]`,
      [personIds],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Waits for a transaction that keeps deaths, where enrolments or payees are kept, and the other way round: of a death and of an
   * enrolment or payee that is about the person, the one that is kept last sees the other. Called before households are locked.
   */
  async orderWithDeaths(tx: Tx, keeps: 'deaths' | 'enrolments' | 'payees'): Promise<void> {
    const lock = keeps === 'deaths' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await tx.query(`SELECT ${lock}(hashtext('payments.deaths'))`);
  }

  /** Keeps deaths, the last word on each person, or forgets those that turned out not to be true. */
  async keepDeaths(tx: Tx, published: readonly PublishedDeath[]): Promise<void> {
    const last = [...new Map(published.map((death) => [death.personId, death])).values()];
    const [withdrawn, dead] = [last.filter(isWithdrawn), last.filter((death) => !isWithdrawn(death))];
    await tx.query('DELETE FROM deaths WHERE person_id = ANY($1::uuid[])', [withdrawn.map(({ personId }) => personId)]);
    await tx.query(
      `INSERT INTO deaths (person_id, died_on) SELECT * FROM unnest($1::uuid[], $2::date[])
       ON CONFLICT (person_id) DO UPDATE SET died_on = excluded.died_on`,
      [dead.map(({ personId }) => personId), dead.map(({ on }) => on)],
    );
  }

  /** Notes in which households it is worth looking for the dead. */
  async noteDeaths(tx: Tx, householdIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE households h SET somebody_died = true WHERE id = ANY($1::uuid[]) AND NOT somebody_died AND EXISTS (
         SELECT FROM enrolments n JOIN deaths d ON d.person_id = ANY(n.covered_person_ids) WHERE n.household_id = h.id)`,
      [householdIds],
    );
  }
}

const isWithdrawn = ({ certainty }: PublishedDeath) => certainty === 'withdrawn';
