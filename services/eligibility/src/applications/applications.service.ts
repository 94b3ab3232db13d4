import { Injectable } from '@nestjs/common';
import { type Application, Id, type ListApplications, type Page } from '@janela/contracts';
import { invariant } from '@janela/kernel';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { MoreThan } from 'typeorm';

import { ApplicationNotFound, SearchWithoutTerm } from '../eligibility.errors.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import { ApplicationEntity } from './application.entity.ts';
import { toApplications } from './to-application.ts';

@Injectable()
export class ApplicationsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly publishedRules: PublishedRulesCache,
    private readonly audit: Audit,
  ) {}

  /** Returns a household's applications, or those in a state, the oldest first; what was shown is in the trail. */
  list(actor: Actor, { state, householdId, limit, after }: ListApplications): Promise<Page<Application>> {
    if (state === undefined && householdId === undefined) throw new SearchWithoutTerm('Say a state or a household');
    const list = `applications ${state ?? ''} ${householdId ?? ''}`;
    const from = this.cursors.read(list, Id, after);
    return this.database.write(actor, async (tx) => {
      const rows = await tx.find(ApplicationEntity, {
        where: {
          ...(state && { state }),
          ...(householdId !== undefined && { householdId }),
          ...(from !== undefined && { id: MoreThan(from) }),
        },
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const answers = await toApplications(tx, await this.publishedRules.now(tx), rows);
      const shown = this.cursors.page(list, answers, limit, {
        item: (application) => application,
        position: ({ id }) => id,
      });
      await this.audit.noteShown(tx, actor, { kind: 'application', shown: shown.items, asked: { state, householdId } });
      return shown;
    });
  }

  get(actor: Actor, id: string): Promise<Application> {
    return this.database.write(actor, async (tx) => {
      const row = await tx.findOneBy(ApplicationEntity, { id });
      if (!row) throw new ApplicationNotFound();
      await this.audit.noteShown(tx, actor, { kind: 'application', shown: row });
      const [answer] = await toApplications(tx, await this.publishedRules.now(tx), [row]);
      invariant(answer, 'one application, one answer');
      return answer;
    });
  }
}
