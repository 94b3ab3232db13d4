import { Injectable } from '@nestjs/common';
import { ContributionReceived, type Contribution, type RecordContribution } from '@janela/contracts';
import { minorFromJson, referenceKey } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, Database, type OnceRequest, type Tx } from '@janela/platform';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { ReceiptUsed } from '../payments.errors.ts';
import { mustBePlausible } from '../plausible-day.ts';
import { ContributionEntity } from './contribution.entity.ts';
import { getMember, type Member } from './member.ts';
import { factsOf, toContribution } from './to-contribution.ts';

/** A working life. */
const oldestYears = 50;

/** Records what a member paid in. */
@Injectable()
export class RecordContributionService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A receipt counts once: recorded again it changes nothing and is shown, and is refused where it says something else. */
  record(actor: Actor, key: OnceRequest['key'], input: RecordContribution): Promise<Contribution> {
    this.mustBeTimely(input);
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const member = await getMember(tx, input);
      const added = await insertContribution(tx, actor, input, member);
      const contribution = await findByReceipt(tx, input);
      if (!contribution || !isSame(contribution, input)) throw new ReceiptUsed(input.receipt);
      if (added) await this.book(tx, actor, contribution);
      else await this.noteRead(tx, actor, input);
      return toContribution(contribution);
    });
  }

  /** Received on a day that has come, for a month that has begun, neither of them so long ago that it is a slip of the pen. */
  private mustBeTimely({ on, period }: RecordContribution): void {
    const today = this.clock.today();
    mustBePlausible(today, on, oldestYears);
    mustBePlausible(today, `${period}-01`, oldestYears);
  }

  private noteRead(tx: Tx, actor: Actor, { personId, programme }: RecordContribution): Promise<void> {
    const details = { programme, count: 1 };
    return this.audit.add(tx, actor, { action: 'contribution.read', subject: `person:${personId}`, details });
  }

  private async book(tx: Tx, actor: Actor, contribution: ContributionEntity): Promise<void> {
    const { id: contributionId, programme, channel, amountMinor, currency, period } = contribution;
    const entries = transfer(accounts.contributions(programme), accounts.collected(channel), amountMinor);
    await this.ledger.post(tx, actor.id, [
      { what: 'contribution_received', about: { contributionId }, currency, entries },
    ]);
    await this.outbox.add(tx, ContributionReceived, factsOf(contribution));
    const details = { programme, period, amountMinor, currency };
    const subject = `contribution:${contributionId}`;
    await this.audit.add(tx, actor, { action: 'contribution.recorded', subject, details });
  }
}

/** The one that the receipt stands for, however its number is written. */
function findByReceipt(tx: Tx, { programme, receipt }: RecordContribution): Promise<ContributionEntity | null> {
  return tx
    .createQueryBuilder(ContributionEntity, 'c')
    .where('c.programme = :programme AND c.receipt_key = :key', { programme, key: referenceKey(receipt) })
    .getOne();
}

async function insertContribution(tx: Tx, actor: Actor, input: RecordContribution, member: Member): Promise<boolean> {
  const { personId, programme, branch, period, amount, channel, receipt, on } = input;
  const added = await tx.query<unknown[]>(
    `INSERT INTO contributions (person_id, household_id, area_code, programme, branch, period, amount_minor, currency, channel,
       receipt, received_on, recorded_by, receipt_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT ON CONSTRAINT contributions_receipt_once DO NOTHING RETURNING id`,
    [
      ...[personId, member.householdId, member.areaCode, programme, branch, period],
      ...[minorFromJson(amount.amountMinor), amount.currency, channel, receipt, on, actor.id],
      referenceKey(receipt),
    ],
  );
  return added.length > 0;
}

function isSame(
  known: ContributionEntity,
  { personId, branch, period, amount, channel, on }: RecordContribution,
): boolean {
  return (
    known.amountMinor === BigInt(amount.amountMinor) &&
    known.currency === amount.currency &&
    [known.personId, known.branch, known.period, known.channel, known.receivedOn].join() ===
      [personId, branch, period, channel, on].join()
  );
}
