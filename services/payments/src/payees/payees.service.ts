import { Injectable } from '@nestjs/common';
import type { DataOf, DeliveryChannel, PayeeDesignated } from '@janela/contracts';
import { BlindIndex, Cipher, type Tx } from '@janela/platform';
import { z } from 'zod';

const purpose = 'payments.payee';

/** What nobody may read in the database. */
const Details = z.object({ name: z.string(), deputyName: z.string().optional(), account: z.string().optional() });
export type PayeeDetails = z.infer<typeof Details>;

/** Who is to be paid for a household, by whom, and by what way; `reasonCode` where nobody can be. */
export interface PayeeInHand {
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

  /** Somebody collects from now on. The id is the event's: told twice, it is one. */
  async designate(tx: Tx, id: string, designatedAt: string, payee: DataOf<typeof PayeeDesignated>): Promise<void> {
    const { householdId, personId, deputy, name, channel, provider, account } = payee;
    const details: PayeeDetails = { name, ...(deputy && { deputyName: deputy.name }), ...(account && { account }) };
    await tx.query('UPDATE payees SET current = false WHERE household_id = $1 AND current', [householdId]);
    await tx.query(
      `INSERT INTO payees (id, household_id, person_id, deputy_person_id, channel, provider, details, account_mark, current,
         designated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true, $9)`,
      [
        id,
        householdId,
        personId,
        deputy?.personId ?? null,
        channel,
        provider ?? null,
        this.cipher.seal(purpose, JSON.stringify(details), id),
        account === undefined ? null : this.index.mark(`${purpose}.account`, account),
        designatedAt,
      ],
    );
  }

  /** Names and account of a payee, for the provider's eyes only. */
  reveal(payeeId: string, sealed: string): PayeeDetails {
    return Details.parse(JSON.parse(this.cipher.open(purpose, sealed, payeeId)));
  }

  /** Who would be paid now. */
  async findCurrent(tx: Tx, householdId: string): Promise<PayeeInHand> {
    const [found] = await tx.query<PayeeInHand[]>(
      `SELECT y.id AS "payeeId", pr.code AS provider, CASE WHEN pr.code IS NOT NULL THEN y.channel END AS channel,
         CASE WHEN pr.code IS NULL THEN 'no_provider' END AS "reasonCode"
       FROM payees y LEFT JOIN providers pr ON ${providerOfPayee}
       WHERE y.household_id = $1 AND y.current AND y.details IS NOT NULL`,
      [householdId],
    );
    return found ?? { payeeId: null, provider: null, channel: null, reasonCode: 'no_payee' };
  }
}

/** In SQL: `pr` pays out what goes to the payee `y`. */
export const providerOfPayee = 'pr.code = y.provider AND pr.active AND y.channel = ANY (pr.channels)';
