import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type DuplicateEvidence, type MemberInput, PersonDuplicateSuspected } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Clock, type Tx } from '@janela/platform';

import { NumberCipher } from '../encryption/number-cipher.ts';
import { evidenceFrom } from './evidence.ts';
import { findTwins } from './find-twins.ts';
import type { Entered, Pair } from './pair.ts';

interface Noted {
  id: string;
  personIds: [string, string];
  householdIds: [string, string];
  matchedOn: DuplicateEvidence[];
  weight: number;
}

/** Stores who looks like another person of the register, and publishes it. */
@Injectable()
export class SuspicionsService {
  constructor(
    private readonly outbox: Outbox,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /** Has those who write the same official number down at the same time do it one after the other, so that the later one sees it. */
  async lockNumbers(tx: Tx, members: readonly Pick<MemberInput, 'identifiers'>[]): Promise<void> {
    const marks = members.flatMap(({ identifiers = [] }) =>
      identifiers.map(({ type, value }) => this.cipher.markIdentifier(type, value)),
    );
    if (marks.length === 0) return;
    await tx.query(
      `SELECT pg_advisory_xact_lock(key)
       FROM (SELECT DISTINCT hashtextextended(mark, 0) AS key FROM unnest($1::text[]) AS m (mark) ORDER BY 1) AS keys`,
      [marks],
    );
  }

  /** Looks for those who share an official number with one of these new people of a file, or name and birthday to the day. */
  async findAmongNew(tx: Tx, actor: Actor, personIds: readonly string[], importId: string): Promise<number> {
    return this.note(tx, actor, await findTwins(tx, personIds), importId);
  }

  /** Stores and publishes what is new of these pairs, and returns how many those are. */
  async note(tx: Tx, actor: Actor, pairs: readonly Pair[], importId?: string): Promise<number> {
    const noted = await this.store(tx, actor, unique(pairs), importId ?? null);
    const events = noted.map(({ id: duplicateId, ...about }) => ({ duplicateId, ...about }));
    if (events.length > 0) await this.outbox.addAll(tx, PersonDuplicateSuspected, events);
    return noted.length;
  }

  private async store(tx: Tx, actor: Actor, pairs: readonly Pair[], importId: string | null): Promise<Noted[]> {
    if (pairs.length === 0) return [];
    const rows = pairs.map(({ people: [one, other], because, likenessPercent }) => ({
      id: randomUUIDv7(),
      one,
      other,
      matchedOn: evidenceFrom(because),
      weight: likenessPercent / 100,
    }));
    return tx.query<Noted[]>(storeSql, [
      rows.map(({ id }) => id),
      rows.map(({ one }) => one.personId),
      rows.map(({ one }) => one.householdId),
      rows.map(({ other }) => other.personId),
      rows.map(({ other }) => other.householdId),
      rows.map(({ matchedOn }) => matchedOn.join(',')),
      rows.map(({ weight }) => weight),
      this.clock.now(),
      actor.id,
      importId,
    ]);
  }
}

// A pair that is known is published again only when more speaks for it; one that was dismissed, only over an official number.
const storeSql = `
  WITH stored AS (
    INSERT INTO duplicates AS d (id, state, person_id, household_id, other_person_id, other_household_id, matched_on, weight,
      suspected_at, suspected_through, import_id)
    SELECT id, 'open', one, one_household, other, other_household, string_to_array(matched_on, ','), weight, $8, $9, $10
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::real[])
      AS p (id, one, one_household, other, other_household, matched_on, weight)
    ON CONFLICT (person_id, other_person_id) DO UPDATE
    SET state = 'open', weight = greatest(d.weight, excluded.weight), suspected_at = excluded.suspected_at,
      suspected_through = excluded.suspected_through, dismissed_at = NULL, dismissed_by = NULL, dismissed_by_name = NULL, reason = NULL,
      matched_on = ARRAY(SELECT DISTINCT each FROM unnest(d.matched_on || excluded.matched_on) AS e (each) ORDER BY each)
    WHERE NOT d.matched_on @> excluded.matched_on
      AND (d.state = 'open' OR 'identifier' = ANY (excluded.matched_on) AND NOT 'identifier' = ANY (d.matched_on))
    RETURNING *
  )
  SELECT id, ARRAY[person_id, other_person_id]::text[] AS "personIds", ARRAY[household_id, other_household_id]::text[] AS "householdIds",
    matched_on AS "matchedOn", round(weight::numeric, 2)::float AS weight
  FROM stored ORDER BY person_id, other_person_id`;

/** Returns each pair once, the person who was registered first before the other. */
function unique(pairs: readonly Pair[]): Pair[] {
  const inOrder = pairs.map(({ people: [one, other], ...like }): Pair => ({
    people: orderOf(one) <= orderOf(other) ? [one, other] : [other, one],
    ...like,
  }));
  return [...new Map(inOrder.map((pair) => [pair.people.map(({ personId }) => personId).join(), pair])).values()];
}

/** An id begins with the millisecond in which it was made, twelve digits and a hyphen; within one, the number decides. */
function orderOf({ personId, number }: Entered): string {
  return `${personId.slice(0, 13)} ${number} ${personId}`;
}
