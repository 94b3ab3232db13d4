import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dateIn } from '@janela/kernel';

import { RegisterHousehold } from './register-household.api.ts';

const chanda = {
  givenNames: 'Chanda',
  familyName: 'Mwape',
  sex: 'female',
  bornOn: '1956-03-01',
  bornOnPrecision: 'day',
  relationship: 'head',
  identifiers: [{ type: 'ZM-NRC', value: '123456/78/1' }],
  phone: '+260971234567',
  maritalStatus: 'widowed',
  functioning: { seeing: 1, hearing: 1, walking: 3, remembering: 1, selfCare: 2, communicating: 1 },
  chronicIllness: false,
  palliativeCare: false,
  pregnant: false,
  attendsSchool: false,
  work: 'own_farm',
};
const mutale = {
  givenNames: 'Mutale',
  familyName: 'Mwape',
  sex: 'male',
  bornOn: '2016-01-01',
  bornOnPrecision: 'year',
  relationship: 'grandchild',
};
const complete = {
  areaCode: 'ZM104011',
  externalReference: 'form-000123',
  address: 'Kasaba, near the clinic',
  residence: { months: 30, urban: false },
  members: [chanda, mutale],
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
  payee: { member: 0, deputy: 1, channel: 'mobile_money', provider: 'sandbox', account: '+260971234567' },
  consent: { purposes: ['eligibility', 'payment', 'statistics'], givenOn: '2024-11-02', method: 'thumbprint' },
};
const smallest = {
  areaCode: 'ZM104011',
  members: [{ givenNames: 'Chanda', familyName: 'Mwape', sex: 'female', bornOn: '1956-03-01', relationship: 'head' }],
};
const latestToday = dateIn('Pacific/Kiritimati', new Date());

/** Where something is wrong, and its code. */
function refusals(body: unknown): string[] {
  const issues = RegisterHousehold.safeParse(body).error?.issues ?? [];
  return issues.map(
    (issue) => `/${issue.path.join('/')} ${issue.code === 'custom' ? String(issue.params?.['code']) : issue.code}`,
  );
}
const withHead = (changes: object) => ({ ...smallest, members: [{ ...smallest.members[0], ...changes }] });
const withPayee = (payee: object) => ({ ...smallest, members: [chanda, mutale], payee });

describe('registering a household', () => {
  it('takes everything that can be said, and the little that must be', () => {
    expect(RegisterHousehold.parse(complete)).toEqual(complete);
    expect(RegisterHousehold.parse(smallest)).toEqual(smallest);
  });

  it('fills in nothing that was left out', () => {
    expect(Object.keys(RegisterHousehold.parse(smallest))).toEqual(['areaCode', 'members']);
    expect(Object.keys(RegisterHousehold.parse(smallest).members[0] ?? {})).toEqual(
      Object.keys(smallest.members[0] ?? {}),
    );
  });

  it.each(['areaCode', 'members'])('needs %s', (field) => {
    expect(refusals({ ...complete, [field]: undefined })).toEqual([`/${field} invalid_type`]);
  });

  it.each(['givenNames', 'familyName', 'sex', 'bornOn', 'relationship'])('needs %s of every member', (field) => {
    expect(refusals(withHead({ [field]: undefined }))[0]).toMatch(new RegExp(`^/members/0/${field} invalid_`));
  });

  it('refuses a field that it does not know, wherever it stands', () => {
    expect(refusals({ ...complete, colour: 'red' })).toEqual(['/ unrecognized_keys']);
    expect(refusals(withHead({ colour: 'red' }))).toEqual(['/members/0 unrecognized_keys']);
    expect(refusals({ ...complete, dwelling: { colour: 'red' } })).toEqual(['/dwelling unrecognized_keys']);
  });

  it('refuses a code that is in no list', () => {
    expect(refusals(withHead({ sex: 'F' }))).toEqual(['/members/0/sex invalid_value']);
    expect(refusals(withHead({ work: 'astronaut' }))).toEqual(['/members/0/work invalid_value']);
    expect(refusals({ ...complete, assets: ['radio', 'yacht'] })).toEqual(['/assets/1 invalid_value']);
    expect(refusals({ ...complete, dwelling: { floor: 'gold' } })).toEqual(['/dwelling/floor invalid_value']);
  });
});

describe('the members of a household', () => {
  const members = (count: number) => [chanda, ...Array.from({ length: count - 1 }, () => mutale)];

  it('are sixty at most, and one at least', () => {
    expect(refusals({ ...smallest, members: members(60) })).toEqual([]);
    expect(refusals({ ...smallest, members: members(61) })).toEqual(['/members too_big']);
    expect(refusals({ ...smallest, members: [] })).toEqual(expect.arrayContaining(['/members too_small']));
  });

  it('have one head, not none and not two', () => {
    expect(refusals({ ...smallest, members: [mutale] })).toEqual(['/members head_missing']);
    expect(refusals({ ...smallest, members: [chanda, mutale, chanda, chanda] })).toEqual([
      '/members/2/relationship two_heads',
      '/members/3/relationship two_heads',
    ]);
  });

  it('are born on a real day that has come, and not longer ago than people live', () => {
    expect(refusals(withHead({ bornOn: latestToday }))).toEqual([]);
    expect(refusals(withHead({ bornOn: addDays(latestToday, 1) }))).toEqual(['/members/0/bornOn date_in_future']);
    expect(refusals(withHead({ bornOn: addMonths(latestToday, -129 * 12) }))).toEqual([]);
    expect(refusals(withHead({ bornOn: addMonths(latestToday, -131 * 12) }))).toEqual([
      '/members/0/bornOn date_too_early',
    ]);
    expect(refusals(withHead({ bornOn: '2026-02-29' }))).toEqual(['/members/0/bornOn invalid_format']);
  });

  it('answer the Washington Group questions from 1 to 4, or not at all', () => {
    expect(refusals(withHead({ functioning: {} }))).toEqual([]);
    expect([0, 1, 4, 5, 1.5].map((walking) => refusals(withHead({ functioning: { walking } })).length)).toEqual([
      1, 0, 0, 1, 1,
    ]);
  });

  it('have telephone numbers as people write them, which the register reads', () => {
    for (const phone of ['+260971234567', '0971 234 567', '(097) 123-4567', '00260 97.123.4567'])
      expect(refusals(withHead({ phone }))).toEqual([]);
    expect(refusals(withHead({ phone: '' }))).toEqual(expect.arrayContaining(['/members/0/phone too_small']));
    expect(refusals(withHead({ phone: '9'.repeat(40) }))).toEqual([]);
    expect(refusals(withHead({ phone: '9'.repeat(41) }))).toEqual(['/members/0/phone too_big']);
  });
});

describe('the rest of a household', () => {
  it('lives in an area that its country could have', () => {
    expect(refusals({ ...smallest, areaCode: 'ZM10401' })).toEqual(['/areaCode area_malformed']);
  });

  it('has each thing once in a list that is complete', () => {
    expect(refusals({ ...smallest, assets: [] })).toEqual([]);
    expect(refusals({ ...smallest, assets: ['radio', 'radio'] })).toEqual(['/assets listed_twice']);
  });

  it('names a payee and a deputy who are members, and not the same', () => {
    expect(refusals(withPayee({ member: 1, channel: 'cash' }))).toEqual([]);
    expect(refusals(withPayee({ member: 2, channel: 'cash' }))).toEqual(['/payee/member payee_not_a_member']);
    expect(refusals(withPayee({ member: 0, deputy: 2, channel: 'cash' }))).toEqual([
      '/payee/deputy payee_not_a_member',
    ]);
    expect(refusals(withPayee({ member: 1, deputy: 1, channel: 'cash' }))).toEqual(['/payee/deputy payee_is_deputy']);
    expect(refusals(withPayee({ member: -1, channel: 'cash' }))).toEqual(['/payee/member too_small']);
  });

  it('needs an account for everything but cash', () => {
    expect(refusals(withPayee({ member: 0, channel: 'mobile_money' }))).toEqual(['/payee/account required']);
    expect(refusals(withPayee({ member: 0, channel: 'mobile_money', account: '+260971234567' }))).toEqual([]);
  });

  it('consents to something, on a day that has come', () => {
    expect(refusals({ ...smallest, consent: { ...complete.consent, purposes: [] } })).toEqual([
      '/consent/purposes too_small',
    ]);
    expect(refusals({ ...smallest, consent: { ...complete.consent, givenOn: addDays(latestToday, 1) } })).toEqual([
      '/consent/givenOn date_in_future',
    ]);
  });
});
