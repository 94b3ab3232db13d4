import { Injectable } from '@nestjs/common';
import {
  ContributionReceived,
  ContributionReversed,
  type Contribution,
  type RecordContribution,
  type ReverseContribution,
  type ListContributions,
  type Page,
} from '@janela/contracts';
import { minorFromJson, minorToJson, referenceKey } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, Cursors, Database, type OnceRequest, type Tx } from '@janela/platform';
import { z } from 'zod';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import {
  ContributionNotFound,
  ContributionReversed as AlreadyReversed,
  MemberDied,
  NotAMember,
  OtherCurrency,
  ProgrammeNotFound,
  ReceiptUsed,
} from '../payments.errors.ts';
import { mustBePlausible } from '../plausible-day.ts';
import { ContributionEntity } from './contribution.entity.ts';

interface Member {
  householdId: string;
  areaCode: string;
}

const list = 'contributions';

/** A working life. */
const oldestYears = 50;

/** What members pay in. */
@Injectable()
export class ContributionsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A receipt counts once: told again it changes nothing and is shown, and told differently it is refused. */
  record(actor: Actor, key: OnceRequest['key'], input: RecordContribution): Promise<Contribution> {
    this.mustBeTimely(input);
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const member = await getMember(tx, input);
      const added = await insertContribution(tx, actor, input, member);
      const contribution = await findByReceipt(tx, input);
      if (!contribution || !isSame(contribution, input)) throw new ReceiptUsed(input.receipt);
      if (added) await this.book(tx, actor, contribution);
      else await this.noteRead(tx, actor, input.personId, { programme: input.programme, count: 1 });
      return toContribution(contribution);
    });
  }

  /** What a member paid in, the newest first. It leaves a trace. */
  find(actor: Actor, { personId, programme, limit, after }: ListContributions): Promise<Page<Contribution>> {
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      const found = tx.createQueryBuilder(ContributionEntity, 'c').where('c.person_id = :personId', { personId });
      if (programme) found.andWhere('c.programme = :programme', { programme });
      if (position) found.andWhere('c.id < :position', { position });
      const rows = await found
        .orderBy('c.id', 'DESC')
        .limit(limit + 1)
        .getMany();
      const details = { programme, count: Math.min(rows.length, limit) };
      await this.noteRead(tx, actor, personId, details);
      return this.cursors.page(list, rows, limit, toContribution, ({ id }) => id);
    });
  }

  /** It does not count after all; the book is set right by a transaction of its own. */
  reverse(actor: Actor, id: string, { reason }: ReverseContribution): Promise<Contribution> {
    return this.database.write(actor, async (tx) => {
      const contribution = await tx.findOne(ContributionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!contribution) throw new ContributionNotFound();
      if (contribution.reversedAt) throw new AlreadyReversed();
      const reversal = { reversedAt: new Date(), reversedBecause: reason, version: contribution.version + 1 };
      await tx.update(ContributionEntity, { id }, reversal);
      const { programme, channel, amountMinor, currency } = contribution;
      const entries = transfer(accounts.collected(channel), accounts.contributions(programme), amountMinor);
      const about = { contributionId: id };
      await this.ledger.post(tx, actor.id, [{ what: 'contribution_reversed', about, currency, entries }]);
      await this.outbox.add(tx, ContributionReversed, { ...factsOf(contribution), reason });
      const subject = `contribution:${id}`;
      await this.audit.add(tx, actor, { action: 'contribution.reversed', subject, details: { reason } });
      return toContribution({ ...contribution, ...reversal });
    });
  }

  private noteRead(tx: Tx, actor: Actor, personId: string, details: { programme?: string | undefined; count: number }) {
    return this.audit.add(tx, actor, { action: 'contribution.read', subject: `person:${personId}`, details });
  }

  /** Received on a day that has come, for a month that has begun, neither of them so long ago that it is a slip of the hand. */
  private mustBeTimely({ on, period }: RecordContribution): void {
    const today = this.clock.today();
    mustBePlausible(today, on, oldestYears);
    mustBePlausible(today, `${period}-01`, oldestYears);
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

/** Where the member is, as far as the actor may see. Nobody pays in for a time after a death, or after leaving. */
async function getMember(tx: Tx, { programme, personId, amount, period, on }: RecordContribution): Promise<Member> {
  const [known] = await tx.query<{ currency: string }[]>('SELECT currency FROM programmes WHERE code = $1', [
    programme,
  ]);
  if (!known) throw new ProgrammeNotFound(programme);
  if (known.currency !== amount.currency) throw new OtherCurrency(`It is in ${known.currency}`);
  const firstDay = `${period}-01`;
  const [member] = await tx.query<(Member & { hasEnded: boolean; diedOn: string | null })[]>(
    `SELECT n.household_id AS "householdId", n.area_code AS "areaCode", (SELECT d.died_on::text FROM deaths d WHERE d.person_id = $2)
       AS "diedOn", n.state = 'ended' AND NOT EXISTS (SELECT FROM enrolment_spells s
         WHERE s.enrolment_id = n.id AND (s.to_on IS NULL OR s.to_on > $3::date)) AS "hasEnded"
     FROM enrolments n WHERE n.programme = $1 AND n.covered_person_ids @> ARRAY[$2::uuid]
     ORDER BY "hasEnded", n.id DESC LIMIT 1`,
    [programme, personId, firstDay],
  );
  if (!member) throw new NotAMember();
  const { hasEnded, diedOn, ...where } = member;
  if (diedOn !== null && (firstDay > diedOn || on > diedOn)) throw new MemberDied();
  if (hasEnded) throw new NotAMember('The membership had ended before this month');
  return where;
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

function toContribution({ receivedOn: on, amountMinor, ...contribution }: ContributionEntity): Contribution {
  const { id, personId, householdId, programme, branch, period, currency, channel, receipt } = contribution;
  const { reversedAt, reversedBecause } = contribution;
  return {
    id,
    personId,
    householdId,
    programme,
    branch,
    period,
    currency,
    channel,
    receipt,
    on,
    amountMinor: minorToJson(amountMinor),
    ...(reversedAt && { reversedAt: reversedAt.toISOString() }),
    ...(reversedBecause && { reversedBecause }),
  };
}

function factsOf({ id: contributionId, receivedOn: on, amountMinor, ...contribution }: ContributionEntity) {
  const { personId, householdId, areaCode, programme, branch, period, currency, channel, receipt } = contribution;
  return {
    contributionId,
    personId,
    householdId,
    areaCode,
    programme,
    branch,
    period,
    currency,
    channel,
    receipt,
    on,
    amountMinor: minorToJson(amountMinor),
  };
}
