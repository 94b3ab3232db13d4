import type { Contribution } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';

import type { ContributionEntity } from './contribution.entity.ts';

/** Returns a contribution as routes answer it. */
export function toContribution({ receivedOn: on, amountMinor, ...contribution }: ContributionEntity): Contribution {
  const { id, personId, householdId, programme, branch, period, currency, channel, receipt } = contribution;
  const { reversedAt, reversedBecause } = contribution;
  return {
    id,
    personId,
    householdId,
    programme,
    branch,
    period,
    currency,
    channel,
    receipt,
    on,
    amountMinor: minorToJson(amountMinor),
    ...(reversedAt && { reversedAt: reversedAt.toISOString() }),
    ...(reversedBecause && { reversedBecause }),
  };
}

/** Returns what every event about a contribution says. */
export function factsOf({ id: contributionId, receivedOn: on, amountMinor, ...contribution }: ContributionEntity) {
  const { personId, householdId, areaCode, programme, branch, period, currency, channel, receipt } = contribution;
  return {
    contributionId,
    personId,
    householdId,
    areaCode,
    programme,
    branch,
    period,
    currency,
    channel,
    receipt,
    on,
    amountMinor: minorToJson(amountMinor),
  };
}
