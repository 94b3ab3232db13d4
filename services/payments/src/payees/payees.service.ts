import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { DataOf, DeliveryChannel, PayeeDesignated } from '@janela/contracts';
import { BlindIndex, Cipher, endingOf, type Tx } from '@janela/platform';
import { z } from 'zod';

const purpose = 'payments.payee';

/** What the database holds only encrypted. */
const Details = z.object({ name: z.string(), deputyName: z.string().optional(), account: z.string().optional() });
export type PayeeDetails = z.infer<typeof Details>;

/** Who is to be paid for a household, by whom, and by what way; `reasonCode` where that is not possible. */
export interface CurrentPayee {
  payeeId: string | null;
  provider: string | null;
  channel: DeliveryChannel | null;
  reasonCode: 'no_payee' | 'no_provider' | null;
}

/** Who collects for households. Names and accounts are encrypted; equal accounts are found by their mark. */
@Injectable()
export class PayeesService {
  constructor(
    private readonly cipher: Cipher,
    private readonly index: BlindIndex,
  ) {}

  /** Keeps who collects from now on, once it is settled. The id is the event's, which may be delivered twice. */
  async designate(tx: Tx, id: string, designatedAt: string, payee: DataOf<typeof PayeeDesignated>): Promise<void> {
    const { householdId, personId, deputy, name, channel, provider, account } = payee;
    const details: PayeeDetails = { name, ...(deputy && { deputyName: deputy.name }), ...(account && { account }) };
    await tx.query(
      `INSERT INTO payees (id, household_id, person_id, deputy_person_id, channel, provider, details, account_mark, name_mark,
         current, designated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10)`,
      [
        id,
        householdId,
        personId,
        deputy?.personId ?? null,
        channel,
        provider ?? null,
        this.seal(id, details),
        account === undefined ? null : this.index.mark(`${purpose}.account`, account),
        this.markName(name),
        designatedAt,
      ],
    );
    await tx.query('UPDATE households SET payee_id = $2 WHERE id = $1', [householdId, id]);
  }

  /** Keeps that no one collects any more. */
  async vacate(tx: Tx, householdId: string): Promise<void> {
    await tx.query('UPDATE households SET payee_id = NULL WHERE id = $1', [householdId]);
  }

  /**
   * Makes the payee current who is to be paid now: the person designated last or, after a death, the deputy, by the same channel but
   * without an account, which was the other one's; no one where both have died.
   */
  async settle(tx: Tx, householdIds: readonly string[]): Promise<void> {
    const stepping = await tx.query<{ id: string; details: string }[]>(
      `SELECT y.id, y.details ${designatedOf} WHERE h.id = ANY($1::uuid[]) AND ${deputyTakesOver} AND t.id IS NULL
         AND y.details IS NOT NULL`,
      [householdIds],
    );
    if (stepping.length > 0) await this.insertDeputies(tx, stepping);
    const target = `SELECT h.id AS household_id, CASE WHEN pd.person_id IS NULL THEN y.id WHEN ${deputyTakesOver} THEN t.id END AS id
      ${designatedOf} WHERE h.id = ANY($1::uuid[])`;
    await tx.query(
      `WITH target AS (${target}) UPDATE payees p SET current = false FROM target
       WHERE p.household_id = target.household_id AND p.current AND p.id IS DISTINCT FROM target.id`,
      [householdIds],
    );
    await tx.query(
      `WITH target AS (${target}) UPDATE payees p SET current = true FROM target WHERE p.id = target.id AND NOT p.current`,
      [householdIds],
    );
  }

  private async insertDeputies(tx: Tx, stepping: readonly { id: string; details: string }[]): Promise<void> {
    const deputies = stepping.map(({ id: standsFor, details }) => {
      const { deputyName: name = '' } = this.reveal(standsFor, details);
      const id = randomUUIDv7();
      return { id, standsFor, details: this.seal(id, { name }), nameMark: this.markName(name) };
    });
    await tx.query(
      `INSERT INTO payees (id, household_id, person_id, channel, provider, details, name_mark, current, designated_at, stands_for)
       SELECT deputy.id, y.household_id, y.deputy_person_id, y.channel, y.provider, deputy.details, deputy.name_mark, false,
         y.designated_at, y.id
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS deputy (id, stands_for, details, name_mark) JOIN payees y ON y.id = deputy.stands_for`,
      [
        deputies.map(({ id }) => id),
        deputies.map(({ standsFor }) => standsFor),
        deputies.map(({ details }) => details),
        deputies.map(({ nameMark }) => nameMark),
      ],
    );
  }

  /** The words of a name in any order, without case, accents and apostrophes; all else is another name. */
  private markName(name: string): string {
    const plain = name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\u0300-\u036f'’‘`´]/gu, '');
    const words =
      plain
        .match(/[\p{L}\p{N}\p{M}]+/gu)
        ?.toSorted()
        .join(' ') ?? name;
    // A mark passes over more than that: in some scripts over the vowels.
    return this.index.mark(`${purpose}.name`, Buffer.from(words).toString('hex'));
  }

  private seal(id: string, details: PayeeDetails): string {
    return this.cipher.seal(purpose, JSON.stringify(details), id);
  }

  /** Returns the last characters of a payee's account, by which people know one account from another: four, of a short one fewer. */
  endingOf(payeeId: string, sealed: string): string | undefined {
    const { account } = this.reveal(payeeId, sealed);
    return account === undefined ? undefined : endingOf(account, 4);
  }

  /** Names and account of a payee, for the provider's eyes only. */
  reveal(payeeId: string, sealed: string): PayeeDetails {
    return Details.parse(JSON.parse(this.cipher.open(purpose, sealed, payeeId)));
  }

  /** Who would be paid now. */
  async findCurrent(tx: Tx, householdId: string): Promise<CurrentPayee> {
    const [found] = await tx.query<CurrentPayee[]>(
      `SELECT y.id AS "payeeId", pr.code AS provider, CASE WHEN pr.code IS NOT NULL THEN y.channel END AS channel,
         CASE WHEN pr.code IS NULL THEN 'no_provider' END AS "reasonCode"
       FROM payees y LEFT JOIN providers pr ON ${providerOfPayee}
       WHERE y.household_id = $1 AND y.current AND y.details IS NOT NULL`,
      [householdId],
    );
    return found ?? { payeeId: null, provider: null, channel: null, reasonCode: 'no_payee' };
  }
}

/** In SQL: households `h` with who was designated last, `y`, whether that person (`pd`) or the deputy (`dd`) has died, and `t`, the deputy as payee. */
const designatedOf = `FROM households h LEFT JOIN payees y ON y.id = h.payee_id
  LEFT JOIN deaths pd ON pd.person_id = y.person_id LEFT JOIN deaths dd ON dd.person_id = y.deputy_person_id
  LEFT JOIN payees t ON t.stands_for = y.id`;
const deputyTakesOver = 'pd.person_id IS NOT NULL AND y.deputy_person_id IS NOT NULL AND dd.person_id IS NULL';

/** In SQL: `pr` pays out what goes to the payee `y`. */
export const providerOfPayee = 'pr.code = y.provider AND pr.active AND y.channel = ANY (pr.channels)';
