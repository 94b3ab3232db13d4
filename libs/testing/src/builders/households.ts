import { randomUUID } from 'node:crypto';

import type { HouseholdFacts, MemberFacts, MemberInput, RegisterHousehold } from '@janela/contracts';

/** A person as a form says it: by default a widow of 70 who farms. */
export function member(about: Partial<MemberInput> = {}): MemberInput {
  return {
    givenNames: 'Chanda',
    familyName: 'Mwape',
    sex: 'female',
    bornOn: '1956-03-01',
    relationship: 'head',
    ...about,
  };
}

/** A grandchild of the one that `member` makes. */
export function grandchild(about: Partial<MemberInput> = {}): MemberInput {
  return member({
    givenNames: 'Mutale',
    sex: 'male',
    bornOn: '2016-01-01',
    bornOnPrecision: 'year',
    relationship: 'grandchild',
    ...about,
  });
}

/** The body of a registration: a grandmother and her grandchild in Samfya, of whom nothing else is known by default. */
export function household(about: Partial<RegisterHousehold> = {}): RegisterHousehold {
  return { areaCode: 'ZM104011', members: [member(), grandchild()], ...about };
}

/** A registration in which every field is answered. */
export function fullHousehold(about: Partial<RegisterHousehold> = {}): RegisterHousehold {
  const head = member({
    bornOnPrecision: 'day',
    identifiers: [{ type: 'ZM-NRC', value: '123456/78/1' }],
    phone: '+260971234567',
    maritalStatus: 'widowed',
    functioning: { seeing: 1, hearing: 1, walking: 3, remembering: 1, selfCare: 2, communicating: 1 },
    chronicIllness: false,
    palliativeCare: false,
    pregnant: false,
    attendsSchool: false,
    work: 'own_farm',
    insured: false,
  });
  return household({
    address: 'Kasaba, near the clinic',
    residence: { months: 30, urban: false },
    members: [head, grandchild({ attendsSchool: true })],
    dwelling: {
      floor: 'earth',
      walls: 'mud',
      roof: 'thatch',
      toilet: 'pit',
      water: 'well',
      lighting: 'candle',
      cooking: 'charcoal',
      rooms: 2,
    },
    assets: ['radio', 'bicycle'],
    consumption: { dairyInTwoWeeks: false },
    payee: { member: 0, deputy: 1, channel: 'mobile_money', provider: 'sandbox', account: '+260971234567' },
    consent: { purposes: ['eligibility', 'payment', 'statistics'], givenOn: '2026-11-02', method: 'thumbprint' },
    ...about,
  });
}

/** What other services know of a person: as `member`, with an id of their own. */
export function memberFacts(about: Partial<MemberFacts> = {}): MemberFacts {
  return {
    personId: randomUUID(),
    sex: 'female',
    bornOn: '1956-03-01',
    bornOnPrecision: 'day',
    relationship: 'head',
    ...about,
  };
}

/** What other services know of a household that allows its data to be used; its size is that of its members. */
export function householdFacts(about: Partial<Omit<HouseholdFacts, 'size'>> = {}): HouseholdFacts {
  const members = about.members ?? [memberFacts()];
  return { consentedPurposes: ['eligibility', 'payment', 'statistics'], ...about, size: members.length, members };
}
