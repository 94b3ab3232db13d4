import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { applicationStates } from '@janela/contracts';
import { canonicalJson, Clock, type Tx } from '@janela/platform';

import { DeterminationEntity } from '../determinations/determination.entity.ts';
import { determine, type Determined, reasonsOf } from '../determinations/determine.ts';
import { ApplicationStateConflict } from '../eligibility.errors.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { Household } from '../rules/facts/household.ts';
import { snapshotOf } from '../rules/facts/snapshot-of.ts';
import { ApplicationEvents } from './application-events.ts';
import { ApplicationEntity } from './application.entity.ts';

/** A household as it can be judged, and of which version of its facts that is. */
export interface Recommended {
  household: Household;
  factsVersion: number;
}

/** What the rules recommend for applications; an officer decides. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly events: ApplicationEvents,
    private readonly clock: Clock,
  ) {}

  /** Judges an application, and stores nothing. */
  make(application: ApplicationEntity, judged: Recommended, version: RuleVersion): DeterminationEntity {
    const snapshot = snapshotOf(judged.household, this.clock.today(), application.personId ?? undefined);
    return this.toEntity(application, judged, determine(version, snapshot));
  }

  /** Stores a determination and publishes it. The application refers to it already. */
  async keep(
    tx: Tx,
    application: ApplicationEntity,
    determination: DeterminationEntity,
    version: RuleVersion,
  ): Promise<void> {
    await tx.insert(DeterminationEntity, { ...determination });
    await this.events.recommended(tx, application, determination, version);
  }

  /**
   * Judges an open application again. Where that gives the same outcome for the same reasons its version stays, so that an
   * officer who is looking at it can go on.
   */
  async renew(
    tx: Tx,
    before: ApplicationEntity,
    judged: Recommended,
    version: RuleVersion,
  ): Promise<ApplicationEntity> {
    if (!applicationStates.mayBecome(before.state, 'recommended'))
      throw new ApplicationStateConflict(`It is ${before.state}`);
    const determination = this.make(before, judged, version);
    if (before.state === 'recommended' && (await this.isSame(tx, before, determination))) return before;
    const after: ApplicationEntity = {
      ...before,
      state: 'recommended',
      version: before.version + 1,
      determinationId: determination.id,
    };
    await this.keep(tx, after, determination, version);
    const { state, version: row, determinationId } = after;
    await tx.update(ApplicationEntity, { id: before.id }, { state, version: row, determinationId });
    return after;
  }

  private async isSame(tx: Tx, { determinationId }: ApplicationEntity, now: DeterminationEntity): Promise<boolean> {
    const last = determinationId === null ? null : await tx.findOneBy(DeterminationEntity, { id: determinationId });
    return last !== null && sayingOf(last) === sayingOf(now);
  }

  private toEntity(application: ApplicationEntity, judged: Recommended, determined: Determined): DeterminationEntity {
    const { snapshot, outcome, amountMinor, version } = determined;
    return {
      id: randomUUIDv7(),
      applicationId: application.id,
      areaCode: application.areaCode,
      programmeVersion: version.number,
      factsVersion: judged.factsVersion,
      asOf: snapshot.asOf,
      snapshot,
      outcome,
      reasons: reasonsOf(determined),
      madeAt: this.clock.now(),
      amountMinor: amountMinor === null ? null : BigInt(amountMinor),
    };
  }
}

/** Returns what a determination says to a reader. */
function sayingOf({ outcome, reasons, amountMinor, programmeVersion, areaCode }: DeterminationEntity): string {
  return canonicalJson({ outcome, reasons, amountMinor, programmeVersion, areaCode });
}
