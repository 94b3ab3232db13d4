import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import {
  type EndEnrolment,
  type Enrolment,
  type EnrolmentState,
  Id,
  type PlainDate,
  type ResumeEnrolment,
  type SuspendEnrolment,
} from '@janela/contracts';
import { type Actor, Audit, Clock, Cursors, Database, mustBeCurrent, type Page, type Tx } from '@janela/platform';
import { MoreThan } from 'typeorm';

import { DayOutOfRange, EnrolmentNotFound, ProgrammeUnknown, SearchWithoutTerm } from '../eligibility.errors.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { noteShown } from '../note-shown.ts';
import { type Book, RuleBook } from '../programmes/rule-book.ts';
import type { KnownProgramme } from '../programmes/rule-version.ts';
import { EnrolmentChanges } from './enrolment-changes.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { ResumeEnrolmentService } from './resume-enrolment.ts';
import { toEnrolments } from './to-enrolment.ts';

export interface ListEnrolments {
  householdId?: string | undefined;
  programme?: string | undefined;
  state?: EnrolmentState | undefined;
  limit: number;
  after?: string | undefined;
}

type Act = (tx: Tx, held: EnrolmentEntity, programme: KnownProgramme, from: PlainDate) => Promise<EnrolmentEntity>;

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rules: RuleBook,
    private readonly places: QuotaAllocator,
    private readonly changes: EnrolmentChanges,
    private readonly households: HouseholdsService,
    private readonly resuming: ResumeEnrolmentService,
  ) {}

  /** The enrolments of a household, or in a programme; the oldest first. Who was shown is in the trail. */
  list(actor: Actor, { householdId, programme, state, limit, after }: ListEnrolments): Promise<Page<Enrolment>> {
    if (householdId === undefined && programme === undefined)
      throw new SearchWithoutTerm('Say a household or a programme');
    const list = `enrolments ${householdId ?? ''} ${programme ?? ''} ${state ?? ''}`;
    const from = this.cursors.read(list, Id, after);
    return this.database.write(actor, async (tx) => {
      const book = await this.rules.now(tx);
      const programmeId = programme === undefined ? undefined : book.programmeByCode(programme)?.id;
      if (programme !== undefined && programmeId === undefined) throw new ProgrammeUnknown();
      const rows = await tx.find(EnrolmentEntity, {
        where: {
          ...(householdId !== undefined && { householdId }),
          ...(programmeId !== undefined && { programmeId }),
          ...(state && { state }),
          ...(from !== undefined && { id: MoreThan(from) }),
        },
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const answers = await toEnrolments(tx, book, rows);
      const shown = this.cursors.page(
        list,
        answers,
        limit,
        (enrolment) => enrolment,
        ({ id }) => id,
      );
      await noteShown(tx, this.audit, actor, 'enrolment', shown.items, { householdId, programme, state });
      return shown;
    });
  }

  read(actor: Actor, id: string): Promise<Enrolment> {
    return this.database.write(actor, async (tx) => {
      const row = await tx.findOneBy(EnrolmentEntity, { id });
      if (!row) throw new EnrolmentNotFound();
      const { householdId } = row;
      await this.audit.add(tx, actor, {
        action: 'enrolment.read',
        subject: `enrolment:${id}`,
        details: { householdId },
      });
      return this.answer(tx, await this.rules.now(tx), row);
    });
  }

  suspend(actor: Actor, id: string, seen: number, { from, until, ...why }: SuspendEnrolment): Promise<Enrolment> {
    return this.act(actor, id, seen, from, (tx, held, programme, day) => {
      if (until !== undefined && until <= day) throw new DayOutOfRange('"until" is not after the first day');
      if (until !== undefined && until <= this.clock.today()) throw new DayOutOfRange('"until" has passed');
      return this.changes.suspend(tx, actor, programme, held, { ...why, from: day, until });
    });
  }

  resume(actor: Actor, id: string, seen: number, input: ResumeEnrolment): Promise<Enrolment> {
    const { from, duplicateReason, ...why } = input;
    return this.act(actor, id, seen, from, async (tx, held, programme, day) => {
      await this.resuming.mustBeAllowed(tx, actor, held, duplicateReason);
      return this.changes.resume(tx, actor, programme, held, { ...why, from: day });
    });
  }

  end(actor: Actor, id: string, seen: number, { from, ...why }: EndEnrolment): Promise<Enrolment> {
    return this.act(actor, id, seen, from, (tx, held, programme, day) =>
      this.changes.end(tx, actor, programme, held, { ...why, from: day }),
    );
  }

  private act(actor: Actor, id: string, seen: number, from: PlainDate | undefined, act: Act): Promise<Enrolment> {
    return this.database.write(actor, async (tx) => {
      const found = await tx.findOneBy(EnrolmentEntity, { id });
      if (!found) throw new EnrolmentNotFound();
      // Households are locked before enrolments, so that no news of them comes in between.
      await this.households.findOfEnrolment(tx, found, { lock: true });
      const [held] = await this.places.hold(tx, [id]);
      invariant(held, 'no enrolment is ever deleted');
      mustBeCurrent(seen, held.version);
      const book = await this.rules.now(tx);
      const programme = book.programme(held.programmeId);
      invariant(programme, 'there are enrolments only in programmes that were published');
      return this.answer(tx, book, await act(tx, held, programme, this.dayFor(held, from)));
    });
  }

  private async answer(tx: Tx, book: Book, row: EnrolmentEntity): Promise<Enrolment> {
    const [answer] = await toEnrolments(tx, book, [row]);
    invariant(answer, 'one enrolment, one answer');
    return answer;
  }

  /** The day from which a change holds: not before the one that holds now, and not one that has yet to come. */
  private dayFor({ changedOn }: EnrolmentEntity, from = this.clock.today()): PlainDate {
    const today = this.clock.today();
    if (from > today) throw new DayOutOfRange(`${from} has yet to come`);
    if (from < changedOn) throw new DayOutOfRange(`The last change holds from ${changedOn}`);
    return from;
  }
}
