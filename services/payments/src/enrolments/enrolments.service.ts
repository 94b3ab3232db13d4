import { Injectable } from '@nestjs/common';
import type { DataOf, EnrolmentStarted, PlainDate, ProgrammePublished } from '@janela/contracts';
import type { Tx } from '@janela/platform';

type Live = DataOf<typeof EnrolmentStarted>;
type EnrolmentState = 'active' | 'suspended' | 'ended';

/** What eligibility said of programmes and enrolments: who is to be paid, how much, and from when until when. */
@Injectable()
export class EnrolmentsService {
  /** Keeps the newest version of a programme; versions may take effect in another order than they are published. */
  async publish(tx: Tx, programme: DataOf<typeof ProgrammePublished>): Promise<void> {
    const { programmeId, code, version, title, currency, frequency } = programme;
    await tx.query(
      `INSERT INTO programmes AS known (id, code, version, title, currency, frequency) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET (code, version, title, currency, frequency) =
         (excluded.code, excluded.version, excluded.title, excluded.currency, excluded.frequency)
       WHERE known.version <= excluded.version`,
      [programmeId, code, version, JSON.stringify(title), currency, frequency],
    );
  }

  /** The households that these enrolments are of, as far as they are known. */
  async householdsOf(tx: Tx, enrolmentIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT DISTINCT household_id AS id FROM enrolments WHERE id = ANY($1::uuid[])',
      [enrolmentIds],
    );
    return rows.map(({ id }) => id);
  }

  /** An enrolment begins, with what is due. */
  async start(tx: Tx, enrolment: Live): Promise<void> {
    await this.change(tx, enrolment);
    await this.goOn(tx, enrolment.enrolmentId, enrolment.from);
  }

  /** Keeps who is covered, where they live and what is due from a day on. */
  async change(tx: Tx, enrolment: Live): Promise<void> {
    const { enrolmentId, programmeId, programme, householdId, personId, coveredPersonIds, areaCode } = enrolment;
    await tx.query(
      `UPDATE households SET enrolment_moved = true WHERE NOT enrolment_moved
         AND id = (SELECT household_id FROM enrolments WHERE id = $1 AND household_id <> $2)`,
      [enrolmentId, householdId],
    );
    await tx.query(
      `INSERT INTO enrolments (id, programme_id, programme, household_id, person_id, covered_person_ids, area_code)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET (household_id, person_id, covered_person_ids, area_code) =
         (excluded.household_id, excluded.person_id, excluded.covered_person_ids, excluded.area_code)`,
      [enrolmentId, programmeId, programme, householdId, personId ?? null, coveredPersonIds, areaCode],
    );
    await this.entitle(tx, enrolment);
  }

  /** Live from a day on. */
  async goOn(tx: Tx, enrolmentId: string, from: PlainDate): Promise<void> {
    await this.cease(tx, enrolmentId, from, 'active');
    await tx.query('INSERT INTO enrolment_spells (enrolment_id, from_on) VALUES ($1, $2)', [enrolmentId, from]);
  }

  /** Nothing is due from a day on: suspended or ended. */
  async cease(tx: Tx, enrolmentId: string, from: PlainDate, state: EnrolmentState): Promise<void> {
    await endBefore(tx, 'enrolment_spells', enrolmentId, from);
    await tx.query('UPDATE enrolments SET state = $2 WHERE id = $1 AND state <> $2', [enrolmentId, state]);
  }

  private async entitle(tx: Tx, { enrolmentId, programmeVersion, entitlement, from }: Live): Promise<void> {
    await endBefore(tx, 'entitlements', enrolmentId, from);
    if (!entitlement) return;
    const { amountMinor, currency, frequency } = entitlement;
    await tx.query(
      `INSERT INTO entitlements (enrolment_id, from_on, programme_version, amount_minor, currency, frequency)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [enrolmentId, from, programmeVersion, amountMinor, currency, frequency],
    );
  }
}

/** What was published last holds from its day on; whatever was known for later is overtaken by it. */
async function endBefore(
  tx: Tx,
  table: 'entitlements' | 'enrolment_spells',
  enrolmentId: string,
  from: PlainDate,
): Promise<void> {
  await tx.query(`DELETE FROM ${table} WHERE enrolment_id = $1 AND from_on >= $2`, [enrolmentId, from]);
  await tx.query(`UPDATE ${table} SET to_on = $2 WHERE enrolment_id = $1 AND (to_on IS NULL OR to_on > $2)`, [
    enrolmentId,
    from,
  ]);
}
