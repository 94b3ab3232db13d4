import { Injectable } from '@nestjs/common';
import type { ActOnCase, Case } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { type Actor, Clock, lockCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { CategoriesService } from '../categories/categories.service.ts';
import { levelAbove, restartClock, startClock } from '../deadlines/deadline-clock.ts';
import { CaseNotFound, NoHigherLevel } from '../grievances.errors.ts';
import { OfficersService } from '../officers/officers.service.ts';
import { stateAfter } from './actions.ts';
import { CaseAccess } from './case-access.ts';
import { type CaseChange, CaseStore } from './case-store.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseEntity } from './case.entity.ts';
import { scheduleDeadline } from './cases.jobs.ts';
import { toCase } from './to-case.ts';

type Input<A extends ActOnCase['action']> = Extract<ActOnCase, { action: A }>;

/** An action on a locked case: who does it, when, and the case in the state that follows. */
interface Action {
  tx: Tx;
  actor: Actor;
  row: CaseEntity;
  now: Date;
}

interface Outcome {
  row: CaseEntity;
  change: Omit<CaseChange, 'at'>;
}

/** The events of actions that change nothing but the state of a case. */
const done = { note: 'noted', withdraw: 'withdrawn', close: 'closed' } as const;

@Injectable()
export class ActOnCaseService {
  constructor(
    private readonly access: CaseAccess,
    private readonly store: CaseStore,
    private readonly categories: CategoriesService,
    private readonly officers: OfficersService,
    private readonly texts: CaseTexts,
    private readonly scheduler: JobScheduler,
    private readonly clock: Clock,
  ) {}

  /** Does what an officer asks for, where the table of states allows it. */
  act(actor: Actor, ref: VersionedRef, input: ActOnCase): Promise<Case> {
    return this.access.write(actor, async (tx) => {
      const before = await lockCurrent(tx, CaseEntity, ref, { notFound: CaseNotFound });
      const state = stateAfter(before.state, input.action);
      const now = this.clock.now();
      const { row, change } = await this.perform({ tx, actor, row: { ...before, state }, now }, input);
      const after = await this.store.update(tx, actor, row, { at: now, ...change });
      await scheduleDeadline(this.scheduler, tx, after);
      return toCase(after, await this.store.findSteps(tx, ref.id), this.texts, now);
    });
  }

  private async perform(action: Action, input: ActOnCase): Promise<Outcome> {
    const { row } = action;
    switch (input.action) {
      case 'assign':
        return this.assign(action, input);
      case 'escalate':
        return this.escalate(action, input);
      case 'resolve':
        return this.resolve(action, input);
      case 'reopen':
        return this.reopen(action, input);
      case 'note':
      case 'withdraw':
      case 'close':
        return { row, change: { event: { action: done[input.action] }, note: input.note } };
    }
  }

  private async assign({ tx, actor, row, now }: Action, { to, note }: Input<'assign'>): Promise<Outcome> {
    const isOneself = to === undefined || to === actor.id;
    const officer = isOneself ? await this.officers.remember(tx, actor) : await this.officers.get(tx, to, row);
    return {
      row: { ...row, assignedTo: officer.id, assignedName: officer.name, acknowledgedAt: row.acknowledgedAt ?? now },
      change: { event: { action: 'assigned' }, note },
    };
  }

  private async escalate({ tx, row, now }: Action, { note }: Input<'escalate'>): Promise<Outcome> {
    const above = levelAbove(row.level);
    if (!above) throw new NoHigherLevel();
    const category = await this.categories.get(tx, row.category);
    const overdue = row.resolveBy <= now;
    return {
      row: { ...row, ...startClock(above, category, now), assignedTo: null, assignedName: null },
      change: { event: { action: 'escalated', from: row.level, overdue }, note },
    };
  }

  private async resolve({ row, now }: Action, { resolution, answer }: Input<'resolve'>): Promise<Outcome> {
    const answerSealed = this.texts.seal('answer', row.id, answer);
    return {
      row: { ...row, resolution, answerSealed, resolvedAt: now },
      change: { event: { action: 'resolved' }, note: answer },
    };
  }

  /** Takes a case up again; the answer that did not help stays in the steps. */
  private async reopen({ tx, actor, row, now }: Action, { note }: Input<'reopen'>): Promise<Outcome> {
    const category = await this.categories.get(tx, row.category);
    const officer =
      row.assignedTo === null
        ? await this.officers.remember(tx, actor)
        : { id: row.assignedTo, name: row.assignedName ?? row.assignedTo };
    return {
      row: {
        ...row,
        ...restartClock(row, category, now),
        assignedTo: officer.id,
        assignedName: officer.name,
        resolution: null,
        answerSealed: null,
        resolvedAt: null,
      },
      change: { event: { action: 'reopened' }, note },
    };
  }
}
