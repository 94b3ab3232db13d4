import type { Application, Decision, Recommendation, SuspectedDuplicate } from '@janela/contracts';
import type { Tx } from '@janela/platform';
import { In } from 'typeorm';

import { DeterminationEntity } from '../determinations/determination.entity.ts';
import { entitlementOf } from '../determinations/determine.ts';
import { findReceived } from '../duplicates/find-standings.ts';
import { findSuspicions } from '../duplicates/suspicions.ts';
import { findHandlers } from '../household-facts/handlers.ts';
import type { PublishedRules } from '../programmes/published-rules.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { DecisionEntity } from './decision.entity.ts';

/** What is known beside an application, of the household that it is for. */
interface Beside {
  mayBeJudged: boolean;
  /** Who registered the household or asked for its payee. */
  handlers: readonly string[];
  suspectedDuplicates: SuspectedDuplicate[];
  alreadyReceives: Application['household']['alreadyReceives'];
}

/** Applications as they are answered, with all that lies beside them; a few statements for however many. */
export async function toApplications(
  tx: Tx,
  rules: PublishedRules,
  rows: readonly ApplicationEntity[],
): Promise<Application[]> {
  const ids = rows.flatMap(({ determinationId }) => determinationId ?? []);
  const determinations = await tx.findBy(DeterminationEntity, { id: In(ids) });
  const decisions = await tx.find(DecisionEntity, {
    where: { applicationId: In(rows.map(({ id }) => id)) },
    order: { decidedAt: 'ASC' },
  });
  const beside = await findBeside(tx, rules, rows);
  return rows.map((row) => {
    const determination = determinations.find(({ id }) => id === row.determinationId);
    const own = decisions.filter(({ applicationId }) => applicationId === row.id);
    return toApplication(row, rules, { determination, decisions: own, ...beside(row) });
  });
}

async function findBeside(tx: Tx, rules: PublishedRules, rows: readonly ApplicationEntity[]) {
  const householdIds = [...new Set(rows.map(({ householdId }) => householdId))];
  const allowing = await tx.query<{ id: string }[]>(
    `SELECT household_id AS id FROM household_facts
     WHERE household_id = ANY ($1) AND facts -> 'consentedPurposes' @> '["eligibility"]'`,
    [householdIds],
  );
  const allowed = new Set(allowing.map(({ id }) => id));
  const handlers = await findHandlers(tx, householdIds);
  const suspicions = await findSuspicions(tx, rules, rows);
  const received = await findReceived(tx, rules, householdIds);
  return ({ id, householdId }: ApplicationEntity): Beside => ({
    mayBeJudged: allowed.has(householdId),
    handlers: handlers.get(householdId) ?? [],
    suspectedDuplicates: suspicions.get(id) ?? [],
    alreadyReceives: (received.get(householdId) ?? [])
      .filter(({ applicationId }) => applicationId !== id)
      .slice(0, 20)
      .map((each) => each.received),
  });
}

/** What an application is answered with, beside its own row. */
interface About extends Beside {
  determination: DeterminationEntity | undefined;
  /** All that were taken on it, the oldest first. */
  decisions: readonly DecisionEntity[];
}

function toApplication(
  row: ApplicationEntity,
  rules: PublishedRules,
  { determination, decisions, mayBeJudged, handlers, suspectedDuplicates, alreadyReceives }: About,
): Application {
  const { id, version, state, householdId, personId, areaCode, programmeId, decisionId, enrolmentId } = row;
  const programme = rules.getProgramme(programmeId);
  const holding = decisions.find((decision) => decision.id === decisionId);
  return {
    id,
    version,
    state,
    householdId,
    areaCode,
    programmeId,
    programme: programme.code,
    title: programme.names,
    ...(personId !== null && { personId }),
    ...(determination && {
      recommendation: toRecommendation(determination, rules.getVersion(programmeId, determination.programmeVersion)),
    }),
    ...(holding && { decision: toDecision(holding) }),
    earlierDecisions: decisions.filter((decision) => decision !== holding).map(toDecision),
    ...(enrolmentId !== null && { enrolmentId }),
    mayBeJudged,
    suspectedDuplicates,
    household: { alreadyReceives },
    handledByIds: [...new Set([row.submittedBy, ...handlers])],
    submittedBy: row.submittedByName,
    submittedAt: row.submittedAt.toISOString(),
  };
}

function toRecommendation(row: DeterminationEntity, version: RuleVersion): Recommendation {
  const { programme, amountOf, amountMissing } = version;
  const { outcome, asOf, programmeVersion, reasons } = row;
  const amountMinor = row.amountMinor === null ? null : Number(row.amountMinor);
  const entitlement = entitlementOf({ programme, amountMinor });
  const amountKnown = !amountOf || amountMinor !== null;
  return {
    outcome,
    asOf,
    programmeVersion,
    reasons,
    ...(entitlement && { entitlement }),
    amountKnown,
    ...(!amountKnown && { amountMissing: amountMissing?.(row.snapshot) ?? [] }),
  };
}

function toDecision({ outcome, reason, duplicateReason, decidedByName, decidedAt }: DecisionEntity): Decision {
  return {
    outcome,
    decidedBy: decidedByName,
    decidedAt: decidedAt.toISOString(),
    ...(reason !== null && { reason }),
    ...(duplicateReason !== null && { duplicateReason }),
  };
}
