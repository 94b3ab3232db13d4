import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import { type Enrolment, Id, type ListEnrolments, type Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { MoreThan } from 'typeorm';

import { EnrolmentNotFound, ProgrammeUnknown, SearchWithoutTerm } from '../eligibility.errors.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { toEnrolments } from './to-enrolment.ts';

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
    private readonly publishedRules: PublishedRulesCache,
  ) {}

  /** Returns the enrolments of a household, or in a programme, the oldest first; what was shown is in the trail. */
  list(actor: Actor, { householdId, programme, state, limit, after }: ListEnrolments): Promise<Page<Enrolment>> {
    if (householdId === undefined && programme === undefined)
      throw new SearchWithoutTerm('Say a household or a programme');
    const list = `enrolments ${householdId ?? ''} ${programme ?? ''} ${state ?? ''}`;
    const from = this.cursors.read(list, Id, after);
    return this.database.write(actor, async (tx) => {
      const rules = await this.publishedRules.now(tx);
      const programmeId = programme === undefined ? undefined : rules.findProgramme(programme)?.id;
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
      const answers = await toEnrolments(tx, rules, rows);
      const shown = this.cursors.page(list, answers, limit, {
        item: (enrolment) => enrolment,
        position: ({ id }) => id,
      });
      const asked = { householdId, programme, state };
      await this.audit.noteShown(tx, actor, { kind: 'enrolment', shown: shown.items, asked });
      return shown;
    });
  }

  /** Throws `EnrolmentNotFound` when there is none, or none in the actor’s areas. */
  get(actor: Actor, id: string): Promise<Enrolment> {
    return this.database.write(actor, async (tx) => {
      const row = await tx.findOneBy(EnrolmentEntity, { id });
      if (!row) throw new EnrolmentNotFound();
      await this.audit.noteShown(tx, actor, { kind: 'enrolment', shown: row });
      const [answer] = await toEnrolments(tx, await this.publishedRules.now(tx), [row]);
      invariant(answer, 'one enrolment, one answer');
      return answer;
    });
  }
}
