import { Injectable } from '@nestjs/common';
import {
  ProgrammePublished,
  type PlainDate,
  type Programme,
  type ProgrammeVersionParam,
  type PublishProgrammeVersion,
  type Reach,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, Database, inEveryArea, type Tx } from '@janela/platform';

import {
  ReachNeedsReason,
  SameAuthor,
  VersionNotDraft,
  VersionNotFound,
  VersionNotLater,
} from '../eligibility.errors.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { compileRuleSet } from '../rules/compile/compile-rule-set.ts';
import { vocabularyOf } from '../rules/language/vocabulary.ts';
import { ProgrammeStore } from './programme-store.ts';
import { ProgrammeVersionEntity } from './programme-version.entity.ts';
import { ProgrammeEntity } from './programme.entity.ts';
import { bumpRevision, findScorecards } from './published-rules-cache.ts';
import { householdsToTry, isExtreme, measureReach } from './reach.ts';

@Injectable()
export class PublishVersionService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly store: ProgrammeStore,
  ) {}

  /** Makes a version law from a day on. It is tried on the register first. Publishing it again as it is changes nothing. */
  publish(actor: Actor, { id, number }: ProgrammeVersionParam, input: PublishProgrammeVersion): Promise<Programme> {
    return this.database.write(actor, async (tx) => {
      const programme = await this.store.lock(tx, id);
      const versions = await tx.findBy(ProgrammeVersionEntity, { programmeId: id });
      const version = versions.find((each) => each.number === number);
      if (!version) throw new VersionNotFound();
      const { from = version.validFrom } = input;
      if (version.state === 'published' && from === version.validFrom) return this.answer(tx, actor, id);
      if (version.state !== 'draft') throw new VersionNotDraft();
      if (version.writtenBy === actor.id) throw new SameAuthor();
      mustBeLater(from, versions);
      const reach = await this.tryOut(tx, version, from, input.reason);
      await this.makeLaw(tx, actor, programme, { ...version, validFrom: from, reach });
      return this.answer(tx, actor, id);
    });
  }

  private async tryOut(tx: Tx, version: ProgrammeVersionEntity, from: PlainDate, reason?: string): Promise<Reach> {
    const { ruleSet } = version.definition;
    const rules = compileRuleSet(ruleSet, vocabularyOf(await findScorecards(tx)));
    const households = await inEveryArea(tx, () => this.households.sample(tx, householdsToTry));
    const today = this.clock.today();
    const reach = await measureReach(rules, ruleSet.unit, households, from > today ? from : today);
    if (isExtreme(reach) && reason === undefined) {
      throw new ReachNeedsReason(`${reach.eligible} of ${reach.judged} would qualify`, { members: reach });
    }
    return reason === undefined ? reach : { ...reach, reason };
  }

  private async makeLaw(
    tx: Tx,
    actor: Actor,
    programme: ProgrammeEntity,
    { number, validFrom, reach }: ProgrammeVersionEntity,
  ): Promise<void> {
    const { id: programmeId, code, definition } = programme;
    const { names: title, unit, contributory, sdgComponents, currency, frequency } = definition;
    await tx.update(
      ProgrammeVersionEntity,
      { programmeId, number },
      {
        state: 'published',
        validFrom,
        reach,
        publishedBy: actor.id,
        publishedByName: actor.name,
        publishedAt: this.clock.now(),
      },
    );
    await tx.update(ProgrammeEntity, { id: programmeId }, { version: programme.version + 1 });
    await bumpRevision(tx);
    await this.outbox.add(tx, ProgrammePublished, {
      programmeId,
      code,
      version: number,
      title,
      unit,
      contributory,
      sdgComponents,
      currency,
      frequency,
      validFrom,
    });
    const details = { code, version: number, validFrom, ...reach };
    await this.audit.add(tx, actor, { action: 'programme.published', subject: `programme:${programmeId}`, details });
  }

  private async answer(tx: Tx, actor: Actor, id: string): Promise<Programme> {
    const [programme] = await this.store.answer(tx, actor, await tx.findBy(ProgrammeEntity, { id }));
    if (!programme) throw new VersionNotFound();
    return programme;
  }
}

function mustBeLater(from: PlainDate, versions: readonly ProgrammeVersionEntity[]): void {
  const published = versions.filter(({ state }) => state === 'published').map(({ validFrom }) => validFrom);
  if (published.some((other) => other >= from))
    throw new VersionNotLater(`There is one from ${published.sort().at(-1)}`);
}
