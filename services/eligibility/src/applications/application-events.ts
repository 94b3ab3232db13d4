import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { ApplicationDecided, ApplicationRecommended, ApplicationSubmitted } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, canonicalJson, personal, type Tx } from '@janela/platform';

import type { DeterminationEntity } from '../determinations/determination.entity.ts';
import { entitlementOf } from '../determinations/determine.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { ApplicationUnderReview } from './application-under-review.ts';
import type { ApplicationEntity } from './application.entity.ts';
import type { DecisionEntity } from './decision.entity.ts';

/** What is published about applications, and what of it is in the trail. */
@Injectable()
export class ApplicationEvents {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async submitted(tx: Tx, actor: Actor, application: ApplicationEntity, version: RuleVersion): Promise<void> {
    const { id, householdId, personId, areaCode } = application;
    const about = aboutApplication(application, version);
    await this.outbox.add(tx, ApplicationSubmitted, {
      ...about,
      programmeVersion: version.number,
      submittedBy: actor.id,
    });
    await this.audit.add(tx, actor, {
      action: 'application.submitted',
      subject: `application:${id}`,
      details: { householdId, personId, areaCode, programme: about.programme },
    });
  }

  async recommended(
    tx: Tx,
    application: ApplicationEntity,
    determination: DeterminationEntity,
    version: RuleVersion,
  ): Promise<void> {
    const { asOf, outcome, reasons, amountMinor: minor } = determination;
    const amountMinor = minor === null ? null : Number(minor);
    const entitlement = entitlementOf({ programme: version.programme, amountMinor });
    await this.outbox.add(tx, ApplicationRecommended, {
      ...aboutApplication(application, version),
      programmeVersion: version.number,
      asOf,
      outcome,
      reasons,
      ...(entitlement && { entitlement }),
    });
  }

  async decided(tx: Tx, actor: Actor, review: ApplicationUnderReview, decision: DecisionEntity): Promise<void> {
    const { application, determination, version } = review;
    const { outcome, decidedBy, duplicateReason, duplicateIds } = decision;
    const { id, householdId, personId, areaCode } = application;
    const { outcome: recommended, reasons, snapshot, programmeVersion } = determination;
    await this.outbox.add(tx, ApplicationDecided, {
      ...aboutApplication(application, version),
      programmeVersion,
      outcome,
      recommended,
      reasons,
      decidedBy,
    });
    // The hash proves by the chain of the trail what the decision was made on; the trail has called it so from the beginning.
    // What an officer writes may name people.
    const why = duplicateReason !== null && { duplicateIds, duplicateReason: personal(duplicateReason) };
    const sheetSha256 = createHash('sha256').update(canonicalJson(snapshot)).digest('hex');
    await this.audit.add(tx, actor, {
      action: `application.${outcome}`,
      subject: `application:${id}`,
      details: { householdId, personId, areaCode, recommended, programmeVersion, sheetSha256, ...why },
    });
  }
}

/** Returns what every event about an application says. */
function aboutApplication(
  { id: applicationId, householdId, personId, areaCode, programmeId }: ApplicationEntity,
  { programme: { code: programme } }: RuleVersion,
) {
  const subject = { householdId, ...(personId !== null && { personId }) };
  return { applicationId, subject, areaCode, programmeId, programme };
}
