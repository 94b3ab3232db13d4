import { Injectable } from '@nestjs/common';
import { type ListProgrammes, type Page, ProgrammeCode, ProgrammeDefinition, type Programme } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database, type Tx } from '@janela/platform';
import { MoreThan } from 'typeorm';

import { ProgrammeInvalid, ProgrammeNotFound } from '../eligibility.errors.ts';
import { checkProgramme } from '../rules/check/check-programme.ts';
import type { Problem } from '../rules/check/problem.ts';
import { vocabularyOf } from '../rules/language/vocabulary.ts';
import { mustBeSound } from './document.ts';
import { maySeeDrafts, ProgrammeStore } from './programme-store.ts';
import { ProgrammeVersionEntity } from './programme-version.entity.ts';
import { ProgrammeEntity } from './programme.entity.ts';
import { findScorecards } from './published-rules-cache.ts';

@Injectable()
export class ProgrammesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly store: ProgrammeStore,
  ) {}

  /** Takes in a programme as a country writes it down, its versions as drafts. The same again changes nothing. */
  write(actor: Actor, document: unknown): Promise<Programme> {
    return this.database.write(actor, async (tx) => {
      mustBeSound(checkProgramme(document, vocabularyOf(await findScorecards(tx))), ProgrammeInvalid);
      const { versions, ...definition } = ProgrammeDefinition.parse(document);
      const programme = await this.store.ensure(tx, actor, definition);
      await this.note(tx, actor, programme, await this.store.addDrafts(tx, actor, programme, versions));
      return this.answerOne(tx, actor, programme.id);
    });
  }

  /** Adds a version as a draft: a change of rules begins here. The same again changes nothing. */
  addVersion(actor: Actor, id: string, document: unknown): Promise<Programme> {
    return this.database.write(actor, async (tx) => {
      const programme = await this.store.lock(tx, id);
      const stored = await tx.find(ProgrammeVersionEntity, { where: { programmeId: id }, order: { number: 'ASC' } });
      const earlier = stored
        .map(({ definition }) => definition)
        .filter(({ version }) => version !== numberIn(document));
      const whole = { ...programme.definition, versions: [...earlier, document] };
      const problems = checkProgramme(whole, vocabularyOf(await findScorecards(tx)));
      mustBeSound(
        problems.map((each) => withinVersion(each, earlier.length)),
        ProgrammeInvalid,
      );
      const added = ProgrammeDefinition.parse(whole).versions.slice(-1);
      await this.note(tx, actor, programme, await this.store.addDrafts(tx, actor, programme, added));
      return this.answerOne(tx, actor, id);
    });
  }

  list(actor: Actor, { limit, after }: ListProgrammes): Promise<Page<Programme>> {
    const from = this.cursors.read('programmes', ProgrammeCode, after);
    return this.database.read(actor, async (tx) => {
      const found = await tx
        .createQueryBuilder(ProgrammeEntity, 'programme')
        .where(from === undefined ? {} : { code: MoreThan(from) })
        .andWhere(
          `(:drafts OR EXISTS (SELECT FROM programme_versions WHERE programme_id = programme.id AND state = 'published'))`,
          { drafts: maySeeDrafts(actor) },
        )
        .orderBy('programme.code')
        .limit(limit + 1)
        .getMany();
      const answers = await this.store.answer(tx, actor, found);
      return this.cursors.page('programmes', answers, limit, {
        item: (programme) => programme,
        position: ({ code }) => code,
      });
    });
  }

  get(actor: Actor, id: string): Promise<Programme> {
    return this.database.read(actor, (tx) => this.answerOne(tx, actor, id));
  }

  private async answerOne(tx: Tx, actor: Actor, id: string): Promise<Programme> {
    const [programme] = await this.store.answer(tx, actor, await tx.findBy(ProgrammeEntity, { id }));
    if (!programme) throw new ProgrammeNotFound();
    return programme;
  }

  private async note(tx: Tx, actor: Actor, { id, code }: ProgrammeEntity, versions: readonly number[]): Promise<void> {
    if (versions.length === 0) return;
    const details = { code, versions };
    await this.audit.add(tx, actor, { action: 'programme.written', subject: `programme:${id}`, details });
  }
}

function numberIn(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'version' in document ? document.version : undefined;
}

/** Returns what the checker says of the whole programme, as seen from the version that was sent. */
function withinVersion(problem: Problem, index: number): Problem {
  const prefix = `/versions/${index}`;
  const isWithin = `${problem.pointer}/`.startsWith(`${prefix}/`);
  return isWithin ? { ...problem, pointer: problem.pointer.slice(prefix.length) } : problem;
}
