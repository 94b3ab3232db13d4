import type { Application, Decision, Recommendation } from '@janela/contracts';
import { invariant } from '@janela/kernel';
import type { Tx } from '@janela/platform';
import { In } from 'typeorm';

import { DeterminationEntity } from '../determinations/determination.entity.ts';
import { entitlementOf } from '../determinations/determine.ts';
import type { Book } from '../programmes/rule-book.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { DecisionEntity } from './decision.entity.ts';

/** Applications as they are answered, with their recommendations and decisions; two statements for however many. */
export async function answerApplications(
  tx: Tx,
  book: Book,
  rows: readonly ApplicationEntity[],
): Promise<Application[]> {
  const ids = rows.flatMap(({ determinationId }) => determinationId ?? []);
  const determinations = await tx.findBy(DeterminationEntity, { id: In(ids) });
  const decisions = await tx.find(DecisionEntity, {
    where: { applicationId: In(rows.map(({ id }) => id)) },
    order: { decidedAt: 'ASC' },
  });
  return rows.map((row) => {
    const determination = determinations.find(({ id }) => id === row.determinationId);
    const own = decisions.filter(({ applicationId }) => applicationId === row.id);
    return toApplication(row, book, determination, own);
  });
}

/** An application as it is answered. `decisions` are all that were taken on it, the oldest first. */
export function toApplication(
  row: ApplicationEntity,
  book: Book,
  determination: DeterminationEntity | undefined,
  decisions: readonly DecisionEntity[],
): Application {
  const { id, version, state, householdId, personId, areaCode, programmeId, decisionId, enrolmentId } = row;
  const programme = book.programme(programmeId);
  invariant(programme, 'there are applications only for programmes that were published');
  const holding = decisions.find((decision) => decision.id === decisionId);
  return {
    ...{ id, version, state, householdId, areaCode, programmeId, programme: programme.code, title: programme.names },
    ...(personId !== null && { personId }),
    ...(determination && {
      recommendation: toRecommendation(determination, book.version(programmeId, determination.programmeVersion)),
    }),
    ...(holding && { decision: toDecision(holding) }),
    earlierDecisions: decisions.filter((decision) => decision !== holding).map(toDecision),
    ...(enrolmentId !== null && { enrolmentId }),
    submittedBy: row.submittedByName,
    submittedAt: row.submittedAt.toISOString(),
  };
}

function toRecommendation(row: DeterminationEntity, version: RuleVersion | undefined): Recommendation {
  invariant(version, 'a published version is never taken back');
  const { programme, amountOf } = version;
  const { outcome, asOf, programmeVersion, reasons } = row;
  const amountMinor = row.amountMinor === null ? null : Number(row.amountMinor);
  const entitlement = entitlementOf({ programme, amountMinor });
  const amountKnown = !amountOf || amountMinor !== null;
  return { outcome, asOf, programmeVersion, reasons, ...(entitlement && { entitlement }), amountKnown };
}

function toDecision({ outcome, reason, decidedByName, decidedAt }: DecisionEntity): Decision {
  return {
    ...{ outcome, decidedBy: decidedByName, decidedAt: decidedAt.toISOString() },
    ...(reason !== null && { reason }),
  };
}
