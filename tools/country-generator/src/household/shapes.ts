import { ageOn, yearDays } from './calendar.ts';
import { type Member, type Setting, adult, bornAt, childrenOf, grandchildOf, sexAtBirth, spouseOf } from './members.ts';

/** The most people that one household has. */
export const maxMembers = 15;

/** A way to live together. Each makes the head first; a household of that shape may still come out smaller than it could. */
const shapes = {
  couple_with_children: (setting) => couple(setting, 25, 64),
  extended_couple: (setting) => {
    const members = couple(setting, 28, 62);
    return [...members, ...relatives(setting, members[0])];
  },
  woman_with_children: (setting) => {
    const maritalStatus = setting.random.weighted({ widowed: 35, divorced: 25, separated: 20, never_married: 20 });
    const head = adult(setting, 23, 59, { sex: 'female', relationship: 'head', maritalStatus });
    const grandchildren =
      ageOn(head.born, setting.asOf) > 45 ? several(setting, 2, () => grandchildOf(setting, head, 0, 12)) : [];
    return [head, ...childrenOf(setting, head), ...grandchildren];
  },
  man_with_children: (setting) => {
    const head = adult(setting, 30, 64, { sex: 'male', relationship: 'head', maritalStatus: 'widowed' });
    return [head, ...childrenOf(setting, spouseOf(setting, head), head)];
  },
  grandparents: (setting) => {
    const members = elders(setting, 56, 90);
    const [head] = members;
    return [
      ...members,
      ...several(setting, setting.random.between(1, 5), () => head && grandchildOf(setting, head, 2, 19)),
    ];
  },
  elders_alone: (setting) => elders(setting, 60, 92),
  one_adult: (setting) => [
    adult(setting, 20, 64, { sex: sexAtBirth(setting.random), relationship: 'head', maritalStatus: 'never_married' }),
  ],
  young_couple: (setting) => {
    const head = adult(setting, 21, 32, { sex: 'male', relationship: 'head', maritalStatus: 'married' });
    return [head, spouseOf(setting, head)];
  },
  two_wives: (setting) => {
    const head = adult(setting, 35, 68, { sex: 'male', relationship: 'head', maritalStatus: 'married' });
    const wives = [spouseOf(setting, head), spouseOf(setting, head)];
    return [head, ...wives, ...wives.flatMap((wife) => childrenOf(setting, wife, head))];
  },
  children_alone: (setting) => {
    const head = { ...newChild(setting, setting.random.between(13, 17)), relationship: 'head' };
    const age = ageOn(head.born, setting.asOf);
    const siblings = several(setting, setting.random.between(1, 3), () =>
      newChild(setting, setting.random.between(2, age - 1)),
    );
    return [head, ...siblings];
  },
} satisfies Record<string, (setting: Setting) => Member[]>;

export type Shape = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as Shape[];

/** The people of a household of a shape, the head first, at most `maxMembers`. */
export function peopleOf(shape: Shape, setting: Setting): Member[] {
  return shapes[shape](setting).slice(0, maxMembers);
}

function couple(setting: Setting, from: number, to: number): Member[] {
  const head = adult(setting, from, to, { sex: 'male', relationship: 'head', maritalStatus: 'married' });
  const wife = spouseOf(setting, head);
  return [head, wife, ...childrenOf(setting, wife, head)];
}

function elders(setting: Setting, from: number, to: number): Member[] {
  const { random } = setting;
  const sex = random.chance(0.62) ? 'female' : 'male';
  const together = random.chance(sex === 'male' ? 0.65 : 0.08);
  const maritalStatus = together ? 'married' : random.weighted({ widowed: 80, divorced: 20 });
  const head = adult(setting, from, to, { sex, relationship: 'head', maritalStatus });
  return together ? [head, spouseOf(setting, head)] : [head];
}

/** A few of the kin that a couple takes in. */
function relatives(setting: Setting, head: Member | undefined): Member[] {
  const { random, asOf } = setting;
  return several(setting, random.between(1, 4), () => {
    if (!head) return undefined;
    const age = ageOn(head.born, asOf);
    switch (random.weighted({ parent: 12, sibling: 28, niece_or_nephew: 40, grandchild: 20 })) {
      case 'parent':
        return mother(setting, head, age);
      case 'sibling':
        return {
          ...newChild(setting, random.between(Math.max(10, age - 15), Math.max(11, age - 1))),
          relationship: 'sibling',
        };
      case 'niece_or_nephew':
        return { ...newChild(setting, random.between(3, 17)), relationship: 'niece_or_nephew' };
      case 'grandchild':
        return grandchildOf(setting, head, 0, 12);
    }
  });
}

function mother({ random }: Setting, head: Member, headAge: number): Member | undefined {
  const gap = 18 + random.next() * 18;
  if (headAge + gap > 92) return undefined;
  const maritalStatus = random.weighted({ widowed: 85, divorced: 15 });
  return { relationship: 'parent', sex: 'female', born: head.born - Math.ceil(gap * yearDays), maritalStatus };
}

function newChild(setting: Setting, age: number): Member {
  const born = bornAt(setting, age);
  return { relationship: 'sibling', sex: sexAtBirth(setting.random), born, maritalStatus: 'never_married' };
}

function several(_setting: Setting, count: number, make: () => Member | undefined): Member[] {
  return Array.from({ length: count }, make).filter((member) => member !== undefined);
}
