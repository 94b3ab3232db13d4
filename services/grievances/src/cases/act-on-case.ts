import { Injectable } from '@nestjs/common';
import type { ActOnCase, Case } from '@janela/contracts';
import { type Actor, mustBeCurrent, type Tx } from '@janela/platform';

import { CategoriesService } from '../categories/categories.service.ts';
import { levelAbove, restartClock, startClock } from '../deadlines/clock.ts';
import { NoHigherLevel } from '../grievances.errors.ts';
import { OfficersService } from '../officers/officers.service.ts';
import { stateAfter } from './actions.ts';
import { CaseStore, type Entry } from './case-store.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseView } from './case-view.ts';
import type { CaseEntity } from './case.entity.ts';
import { CaseAccess } from './case-access.ts';

type Input<A extends ActOnCase['action']> = Extract<ActOnCase, { action: A }>;

/** An action in hand: who does it, when, and the case as it becomes if nothing else is said. */
interface Deed {
  tx: Tx;
  actor: Actor;
  row: CaseEntity;
  now: Date;
}

interface Outcome {
  row: CaseEntity;
  entry: Omit<Entry, 'at'>;
}

/** What an officer does with a case. */
@Injectable()
export class ActOnCaseService {
  constructor(
    private readonly desk: CaseAccess,
    private readonly book: CaseStore,
    private readonly categories: CategoriesService,
    private readonly officers: OfficersService,
    private readonly texts: CaseTexts,
    private readonly view: CaseView,
  ) {}

  /** Does it to the version that was seen, by the table of states. */
  act(actor: Actor, { id, expected }: { id: string; expected: number }, input: ActOnCase): Promise<Case> {
    return this.desk.write(actor, async (tx) => {
      const before = await this.book.lock(tx, id);
      mustBeCurrent(expected, before.version);
      const state = stateAfter(before.state, input.action);
      const deed = { tx, actor, row: { ...before, state }, now: new Date() };
      const { row, entry } = await this.do(deed, input);
      const after = await this.book.write(tx, actor, row, { at: deed.now, ...entry });
      await this.book.schedule(tx, after);
      return this.view.page(after, await this.book.steps(tx, id));
    });
  }

  private async do(deed: Deed, input: ActOnCase): Promise<Outcome> {
    const { row } = deed;
    switch (input.action) {
      case 'assign':
        return this.assign(deed, input);
      case 'note':
        return { row, entry: { deed: { action: 'noted' }, note: input.note } };
      case 'escalate':
        return this.escalate(deed, input);
      case 'resolve':
        return this.resolve(deed, input);
      case 'reopen':
        return this.reopen(deed, input);
      case 'withdraw':
        return { row, entry: { deed: { action: 'withdrawn' }, note: input.note } };
      case 'close':
        return { row, entry: { deed: { action: 'closed' }, note: input.note } };
    }
  }

  private async assign({ tx, actor, row, now }: Deed, { to, note }: Input<'assign'>): Promise<Outcome> {
    const isOneself = to === undefined || to === actor.id;
    const officer = isOneself ? await this.officers.remember(tx, actor) : await this.officers.get(tx, to, row);
    return {
      row: { ...row, assignedTo: officer.id, assignedName: officer.name, acknowledgedAt: row.acknowledgedAt ?? now },
      entry: { deed: { action: 'assigned' }, note },
    };
  }

  private async escalate({ tx, row, now }: Deed, { note }: Input<'escalate'>): Promise<Outcome> {
    const above = levelAbove(row.level);
    if (!above) throw new NoHigherLevel();
    const category = await this.categories.get(tx, row.category);
    const overdue = row.resolveBy <= now;
    return {
      row: { ...row, ...startClock(above, category, now), assignedTo: null, assignedName: null },
      entry: { deed: { action: 'escalated', from: row.level, overdue }, note },
    };
  }

  private async resolve({ row, now }: Deed, { resolution, answer }: Input<'resolve'>): Promise<Outcome> {
    const answerSealed = this.texts.seal('answer', row.id, answer);
    return {
      row: { ...row, resolution, answerSealed, resolvedAt: now },
      entry: { deed: { action: 'resolved' }, note: answer },
    };
  }

  /** The answer that did not help stays in the steps. */
  private async reopen({ tx, actor, row, now }: Deed, { note }: Input<'reopen'>): Promise<Outcome> {
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
      entry: { deed: { action: 'reopened' }, note },
    };
  }
}
