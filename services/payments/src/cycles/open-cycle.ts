import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Cycle, CycleOpened, type Frequency, type OpenCycle, PaymentHeld } from '@janela/contracts';
import { daysOf, periodOf, plainDate, startsPeriod } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, Database, type OnceRequest, type Tx } from '@janela/platform';

import { ChangeCycleService } from '../cycle-records/change-cycle.ts';
import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { cycleFacts } from '../cycle-records/to-cycle.ts';
import { mostMinor } from '../ledger/accounts.ts';
import {
  AmountBeyondCounting,
  CurrenciesMixed,
  CycleExists,
  NothingDue,
  PeriodInFuture,
  PeriodStartsElsewhere,
  ProgrammeNotFound,
} from '../payments.errors.ts';
import { type LockedPayment, lockPayments } from '../payments/locked-payment.ts';
import { heldData } from '../payments/payment-events.ts';
import { rememberName } from '../staff/staff.ts';
import { mustReachCountry, mustReachCountryOfProgramme } from '../whole-country.ts';
import { buildPayments, type CyclePlan, hasOtherCurrency, monthsOf } from './build-cycle.ts';

interface Programme {
  id: string;
  code: string;
  currency: string;
  frequency: Frequency;
}

/** Computes what a programme owes for a period, and freezes it. */
@Injectable()
export class OpenCycleService {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycleService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  open(actor: Actor, key: OnceRequest['key'], input: OpenCycle): Promise<Cycle> {
    mustReachCountry(actor);
    return this.database.once(actor, { key, body: input }, async (tx) => {
      await rememberName(tx, actor);
      return this.changes.answer(tx, await this.freeze(tx, actor, input));
    });
  }

  private async freeze(tx: Tx, actor: Actor, { programme: code, period }: OpenCycle): Promise<CycleEntity> {
    const programme = await getProgramme(tx, code);
    await mustReachCountryOfProgramme(tx, actor, programme.id);
    const plan = this.plan(programme, period);
    await this.insert(tx, actor, programme, plan);
    if (await hasOtherCurrency(tx, plan, programme.currency)) throw new CurrenciesMixed();
    const built = await buildPayments(tx, plan);
    if (built.count === 0) throw new NothingDue();
    if (built.totalMinor > mostMinor) throw new AmountBeyondCounting();
    await tx.update(CycleEntity, { id: plan.cycleId }, built);
    const cycle = await tx.findOneByOrFail(CycleEntity, { id: plan.cycleId });
    await this.publish(tx, actor, cycle);
    return cycle;
  }

  private plan({ id: programmeId, frequency }: Programme, period: OpenCycle['period']): CyclePlan {
    const months = monthsOf[frequency];
    const today = this.clock.today();
    const from = plainDate(`${period}-01`);
    if (!startsPeriod(period, months)) {
      throw new PeriodStartsElsewhere(`${period} is in the period that starts with ${periodOf(from, months)}`);
    }
    if (from > today) throw new PeriodInFuture(`The newest period is ${periodOf(today, months)}`);
    const { to: lastDay = from } = daysOf(period, months);
    const cutoffOn = today < lastDay ? today : lastDay;
    return { cycleId: randomUUIDv7(), programmeId, period, frequency, cutoffOn, lastDay };
  }

  /** Throws `CycleExists`, also where the same one is opened at the same time, which is waited for. */
  private async insert(tx: Tx, actor: Actor, { code, currency, frequency }: Programme, plan: CyclePlan): Promise<void> {
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO cycles (id, state, programme_id, programme, period, period_months, frequency, cutoff_on, currency, count,
         total_minor, opened_by)
       VALUES ($1, 'open', $2, $3, $4, $5, $6, $7, $8, 0, 0, $9) ON CONFLICT (programme_id, period) DO NOTHING RETURNING id`,
      [
        plan.cycleId,
        plan.programmeId,
        code,
        plan.period,
        monthsOf[frequency],
        frequency,
        plan.cutoffOn,
        currency,
        actor.id,
      ],
    );
    if (inserted.length === 0) throw new CycleExists(`${code} ${plan.period}`);
  }

  private async publish(tx: Tx, actor: Actor, cycle: CycleEntity): Promise<void> {
    await this.outbox.add(tx, CycleOpened, cycleFacts(cycle, actor.id));
    await this.publishHeld(tx, actor, cycle.id);
    const details = {
      programme: cycle.programme,
      period: cycle.period,
      count: cycle.count,
      totalMinor: cycle.totalMinor,
    };
    await this.audit.add(tx, actor, { action: 'cycle.opened', subject: `cycle:${cycle.id}`, details });
  }

  /** A part at a time: where no payee is known yet, all of a million may be held. */
  private async publishHeld(tx: Tx, actor: Actor, cycleId: string): Promise<void> {
    await tx.query(
      `INSERT INTO payment_steps (payment_id, area_code, state, by_actor, reason_code)
       SELECT id, area_code, state, $2, reason_code FROM payments WHERE cycle_id = $1 AND state = 'held'`,
      [cycleId, actor.id],
    );
    for (let last: string | null = null; ;) {
      const where = `p.cycle_id = $1 AND p.state = 'held' AND ($2::uuid IS NULL OR p.id > $2)`;
      const held: LockedPayment[] = await lockPayments(tx, where, [cycleId, last], heldAtOnce);
      await this.outbox.addAll(
        tx,
        PaymentHeld,
        held.map((payment) => heldData(payment, actor.id)),
      );
      if (held.length < heldAtOnce) return;
      last = held.at(-1)?.id ?? null;
    }
  }
}

const heldAtOnce = 5_000;

async function getProgramme(tx: Tx, code: string): Promise<Programme> {
  const [programme] = await tx.query<Programme[]>(
    'SELECT id, code, currency, frequency FROM programmes WHERE code = $1',
    [code],
  );
  if (!programme) throw new ProgrammeNotFound(code);
  return programme;
}
