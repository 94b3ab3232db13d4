import type { ConsentPurpose, HouseholdFacts, MemberFacts, PlainDate } from '@janela/contracts';
import { known } from '@janela/platform';

import type { PersonEntity } from '../household-records/person.entity.ts';
import { type HouseholdRecord, livingMembersOf } from '../household-records/household-record.ts';

/** Returns what other services may know of a household, in which at least one person must be alive. */
export function toFacts(
  record: Pick<HouseholdRecord, 'household' | 'people' | 'consents'>,
  today: PlainDate,
): HouseholdFacts {
  const { residentSince, urban, dwelling, assets, consumption } = record.household;
  const members = livingMembersOf(record).map(toMemberFacts);
  const residence = known({ since: residentSince, urban });
  const consentedPurposes = consentedOn(record, today);
  return {
    size: members.length,
    members,
    ...(Object.keys(residence).length > 0 && { residence }),
    ...known({ dwelling, assets, consumption }),
    ...(consentedPurposes.length > 0 && { consentedPurposes }),
  };
}

/** Returns what the household lets its data be used for on a day: given by then, and not withdrawn. */
export function consentedOn({ consents }: Pick<HouseholdRecord, 'consents'>, day: PlainDate): ConsentPurpose[] {
  return consents
    .filter(({ givenOn, withdrawnOn }) => givenOn <= day && (withdrawnOn === null || withdrawnOn > day))
    .map(({ purpose }) => purpose);
}

function toMemberFacts(person: PersonEntity): MemberFacts {
  const { id: personId, sex, bornOn, bornOnPrecision, relationship } = person;
  const { maritalStatus, functioning, chronicIllness, palliativeCare, pregnant, attendsSchool, work, insured } = person;
  return {
    personId,
    sex,
    bornOn,
    bornOnPrecision,
    relationship,
    ...known({ maritalStatus, functioning, chronicIllness, palliativeCare, pregnant, attendsSchool, work, insured }),
  };
}
