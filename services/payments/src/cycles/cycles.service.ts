import { Injectable } from '@nestjs/common';
import {
  CycleSubmitted,
  type Cycle,
  type CycleComparison,
  type OpenCycle,
  type Reconciliation,
  type ListCycles,
  type Page,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Cursors, Database, mustBeCurrent, type OnceRequest, type Tx } from '@janela/platform';
import { z } from 'zod';

import { CycleDispatcher } from '../dispatch/cycle-dispatcher.ts';
import { HoldsService } from '../holds/holds.service.ts';
import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { CycleNotFound } from '../payments.errors.ts';
import { shownOfPayments } from '../payments/shown.ts';
import { namesOf, rememberName } from '../staff/staff.ts';
import { mustReachCountry, mustReachCountryOfCycle, mustReachWhatIsHere } from '../whole-country.ts';
import { CloseCycleService } from './close-cycle.ts';
import { CompareCycleService, shownInComparison } from './comparison.ts';
import { cycleFacts, staffOf, toCycle } from './to-cycle.ts';
import { CycleEntity } from './cycle.entity.ts';
import { mustBecome, lockCycle } from './lock-cycle.ts';
import { DecideCycleService } from './decide-cycle.ts';
import { hashesOfList } from './list-hash.ts';
import { OpenCycleService } from './open-cycle.ts';
import { reconcile } from './reconciliation.ts';
import { totalsOf } from './totals.ts';

const list = 'cycles';

/** What programmes pay for a period: reckoned, submitted by one, approved by another, handed over, reckoned up. */
@Injectable()
export class CyclesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly opener: OpenCycleService,
    private readonly decider: DecideCycleService,
    private readonly dispatcher: CycleDispatcher,
    private readonly closer: CloseCycleService,
    private readonly holds: HoldsService,
    private readonly comparer: CompareCycleService,
  ) {}

  open(actor: Actor, key: OnceRequest['key'], input: OpenCycle): Promise<Cycle> {
    mustReachCountry(actor);
    return this.database.once(actor, { key, body: input }, async (tx) => {
      await rememberName(tx, actor);
      return this.answer(tx, await this.opener.open(tx, actor, input));
    });
  }

  get(actor: Actor, id: string): Promise<Cycle> {
    mustReachCountry(actor);
    return this.database.read(actor, async (tx) => this.answer(tx, await getCycle(tx, actor, id)));
  }

  list(actor: Actor, { programme, state, limit, after }: ListCycles): Promise<Page<Cycle>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const found = tx
        .createQueryBuilder(CycleEntity, 'c')
        .orderBy('c.id', 'DESC')
        .limit(limit + 1);
      if (programme) found.andWhere('c.programme = :programme', { programme });
      if (state) found.andWhere('c.state = :state', { state });
      if (position) found.andWhere('c.id < :position', { position });
      const cycles = await found.getMany();
      const tallies = await totalsOf(
        tx,
        cycles.slice(0, limit).map(({ id }) => id),
      );
      const nameOf = await namesOf(tx, cycles.flatMap(staffOf));
      const toItem = (cycle: CycleEntity) => toCycle(cycle, tallies.get(cycle.id) ?? {}, nameOf);
      return this.cursors.page(list, cycles, limit, toItem, ({ id }) => id);
    });
  }

  submit(actor: Actor, id: string, version: number): Promise<Cycle> {
    return this.change(actor, id, version, async (tx, cycle) => {
      mustBecome(cycle, 'submitted');
      await this.holds.askCycle(tx, id);
      const hashes = await hashesOfList(tx, id);
      const submitted: CycleEntity = {
        ...cycle,
        version: cycle.version + 1,
        state: 'submitted',
        submittedBy: actor.id,
        submittedAt: new Date(),
        ...hashes,
        rejection: null,
      };
      await tx.update(CycleEntity, { id }, submitted);
      await this.outbox.add(tx, CycleSubmitted, cycleFacts(submitted, actor.id));
      const details = { listHash: hashes.listHash.toString('hex') };
      await this.audit.add(tx, actor, { action: 'cycle.submitted', subject: `cycle:${id}`, details });
      return submitted;
    });
  }

  approve(actor: Actor, id: string, version: number): Promise<Cycle> {
    return this.change(actor, id, version, (tx, cycle) => this.decider.approve(tx, actor, cycle));
  }

  reject(actor: Actor, id: string, version: number, reason: string): Promise<Cycle> {
    return this.change(actor, id, version, (tx, cycle) => this.decider.reject(tx, actor, cycle, reason));
  }

  dispatch(actor: Actor, id: string, version: number): Promise<Cycle> {
    return this.change(actor, id, version, (tx, cycle) => this.dispatcher.request(tx, actor, cycle));
  }

  close(actor: Actor, id: string, version: number): Promise<Cycle> {
    return this.change(actor, id, version, (tx, cycle) => this.closer.close(tx, actor, cycle));
  }

  /** It shows lines of households, and leaves a trace of whose. */
  compare(actor: Actor, id: string): Promise<CycleComparison> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const comparison = await this.comparer.compare(tx, await getCycle(tx, actor, id));
      const details = shownInComparison(comparison);
      await this.audit.add(tx, actor, { action: 'payment.read', subject: `cycle:${id}`, details });
      return comparison;
    });
  }

  /** The differences in it are about payments of households: whose is in the trail. */
  reconcile(actor: Actor, id: string): Promise<Reconciliation> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const reconciled = await reconcile(tx, await getCycle(tx, actor, id));
      const details = await shownOfPayments(tx, reconciled.differences);
      if (details.count > 0)
        await this.audit.add(tx, actor, { action: 'difference.read', subject: `cycle:${id}`, details });
      return reconciled;
    });
  }

  private change(
    actor: Actor,
    id: string,
    version: number,
    work: (tx: Tx, cycle: CycleEntity) => Promise<CycleEntity>,
  ): Promise<Cycle> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const cycle = await lockCycle(tx, id);
      await mustReachCountryOfCycle(tx, actor, id);
      mustBeCurrent(version, cycle.version);
      await rememberName(tx, actor);
      return this.answer(tx, await work(tx, cycle));
    });
  }

  private async answer(tx: Tx, cycle: CycleEntity): Promise<Cycle> {
    const fundsMinor = await this.ledger.balance(tx, accounts.funds(cycle.programme), cycle.currency);
    const tallies = await totalsOf(tx, [cycle.id]);
    return toCycle(cycle, tallies.get(cycle.id) ?? {}, await namesOf(tx, staffOf(cycle)), fundsMinor);
  }
}

async function getCycle(tx: Tx, actor: Actor, id: string): Promise<CycleEntity> {
  const cycle = await tx.findOneBy(CycleEntity, { id });
  if (!cycle) throw new CycleNotFound();
  await mustReachCountryOfCycle(tx, actor, id);
  return cycle;
}
