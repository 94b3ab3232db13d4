import type { MemberInput, PlainDate, RegisterHousehold } from '@janela/contracts';
import { fullHousehold, randomOf } from '@janela/testing';

const random = randomOf(7);
const given = 'Chanda Mutale Bwalya Mulenga Kunda Mwila Chilufya Natasha Joseph Ruth Esther Brian Monde Grace'.split(
  ' ',
);
const family = 'Mwape Phiri Banda Zulu Tembo Lungu Ngoma Sakala Mubita Kapasa Hamoonga Simukonda'.split(' ');
const digits = (count: number) => Array.from({ length: count }, () => random.between(0, 9)).join('');

function member(relationship: MemberInput['relationship'], familyName: string, bornIn: number): MemberInput {
  const month = String(random.between(1, 12)).padStart(2, '0');
  const bornOn = `${bornIn}-${month}-${String(random.between(1, 28)).padStart(2, '0')}` as PlainDate;
  const isAdult = bornIn < 2008;
  return {
    givenNames: `${random.pick(given)} ${random.pick(given)}`,
    familyName,
    relationship,
    bornOn,
    sex: random.pick(['female', 'male']),
    ...(isAdult && {
      identifiers: [{ type: 'ZM-NRC', value: `${digits(6)}/${digits(2)}/1` }],
      phone: `+26097${digits(7)}`,
    }),
    functioning: { seeing: 1, hearing: 1, walking: 2, remembering: 1, selfCare: 1, communicating: 1 },
    chronicIllness: false,
    attendsSchool: !isAdult,
  };
}

/** A registration as a caseworker sends it: five people, of whom three have a card, everything answered. */
export function fiveMembers(): RegisterHousehold {
  const name = random.pick(family);
  const members = [
    member('head', name, random.between(1940, 1975)),
    member('spouse', random.pick(family), random.between(1945, 1985)),
    member('child', name, random.between(1990, 2006)),
    member('child', name, random.between(2010, 2018)),
    member('grandchild', name, random.between(2019, 2025)),
  ];
  return fullHousehold({
    members,
    payee: { member: 0, deputy: 1, channel: 'mobile_money', provider: 'sandbox', account: `+26097${digits(7)}` },
  });
}
