import { Injectable } from '@nestjs/common';
import { Scorecard } from '@janela/contracts';
import { type Actor, Audit, canonicalJson, Clock, Database } from '@janela/platform';

import { ScorecardDiffers, ScorecardInvalid, ScorecardNotFound } from '../eligibility.errors.ts';
import { mustBeSound } from '../programmes/document.ts';
import { checkScorecard } from '../rules/check/check-scorecard.ts';
import { problem } from '../rules/check/problem.ts';
import { vocabularyOf } from '../rules/language/vocabulary.ts';
import { ScorecardEntity } from './scorecard.entity.ts';

@Injectable()
export class ScorecardsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Takes a scorecard in for good. The same one again changes nothing. */
  async load(actor: Actor, code: string, document: unknown): Promise<Scorecard> {
    mustBeSound(checkScorecard(document, vocabularyOf()), ScorecardInvalid);
    const definition = Scorecard.parse(document);
    if (definition.code !== code) {
      mustBeSound([problem('/code', 'wrong_code', `The address says "${code}".`)], ScorecardInvalid);
    }
    return this.database.write(actor, async (tx) => {
      const row = { code, definition, writtenBy: actor.id, writtenAt: this.clock.now() };
      const added = await tx
        .createQueryBuilder()
        .insert()
        .into(ScorecardEntity)
        .values(row)
        .orIgnore()
        .returning('code')
        .execute();
      if ((added.raw as unknown[]).length > 0) {
        await this.audit.add(tx, actor, { action: 'scorecard.loaded', subject: `scorecard:${code}` });
        return definition;
      }
      const stored = await tx.findOneByOrFail(ScorecardEntity, { code });
      if (canonicalJson(stored.definition) !== canonicalJson(definition)) throw new ScorecardDiffers();
      return definition;
    });
  }

  get(actor: Actor, code: string): Promise<Scorecard> {
    return this.database.read(actor, async (tx) => {
      const found = await tx.findOneBy(ScorecardEntity, { code });
      if (!found) throw new ScorecardNotFound();
      return found.definition;
    });
  }
}
