import type { Random } from '@janela/random';

import { type Day, ageOn, yearDays } from './calendar.ts';
import { type Pyramid, type Sex, drawAge } from './pyramid.ts';

/** One person as a shape makes them: nothing yet but a place in the household. */
export interface Member {
  relationship: string;
  sex: Sex;
  born: Day;
  maritalStatus: string;
}

/** What a shape draws from. */
export interface Setting {
  random: Random;
  asOf: Day;
  pyramid: Pyramid;
}

/** The years between a parent and a child, at least. */
export const youngestParent = 16;

const lastBirthAge = 45;

/** Returns a person whose age is drawn from the pyramid between two ages. */
export function adult(setting: Setting, from: number, to: number, member: Omit<Member, 'born'>): Member {
  const age = drawAge(setting, member.sex, from, to);
  return { ...member, born: bornAt(setting, age) };
}

/** Returns a birthday that makes a person that old today. */
export function bornAt({ random, asOf }: Setting, age: number): Day {
  return asOf - Math.floor((age + 0.005 + random.next() * 0.99) * yearDays);
}

/** A husband's wife or a wife's husband: he is mostly some years older, and both are grown. */
export function spouseOf(setting: Setting, head: Member): Member {
  const { random, asOf } = setting;
  const gap = Math.round((4.5 + 4 * random.normal()) * yearDays);
  const sex = head.sex === 'male' ? 'female' : 'male';
  const wanted = head.born + (sex === 'female' ? gap : -gap);
  const grown = asOf - Math.ceil((18 + random.next() * 2) * yearDays);
  return { relationship: 'spouse', sex, born: Math.min(wanted, grown), maritalStatus: 'married' };
}

/** A woman's children who live with her: her births since she was about nineteen, without those who died or moved out. */
export function childrenOf(setting: Setting, mother: Member, father?: Member): Member[] {
  const { random, asOf } = setting;
  const wanted = random.between(2, 9);
  const children: Member[] = [];
  let age = Math.max(youngestParent + 0.3, 19.5 + 2.2 * random.normal());
  for (let birth = 0; birth < wanted && age < lastBirthAge; birth += 1) {
    const born = mother.born + Math.ceil(age * yearDays);
    if (born > asOf - 3) break;
    const fatherGrown = !father || born - father.born > (youngestParent + 1) * yearDays;
    if (fatherGrown && random.chance(0.94 * stillAtHome(ageOn(born, asOf)))) {
      children.push(child(random, born));
      if (random.chance(0.018)) children.push(child(random, born));
    }
    age += 1.6 + random.next() * 2.6;
  }
  return children;
}

/** A grandchild of the head, born when the head was old enough to be a grandparent. */
export function grandchildOf(setting: Setting, head: Member, from: number, to: number): Member | undefined {
  const { random, asOf } = setting;
  const oldest = Math.min(to, ageOn(head.born, asOf) - 2 * youngestParent - 1);
  if (oldest < from) return undefined;
  const born = bornAt(setting, random.between(from, oldest));
  return { relationship: 'grandchild', sex: sexAtBirth(random), born, maritalStatus: 'never_married' };
}

export function sexAtBirth(random: Random): Sex {
  return random.chance(0.503) ? 'male' : 'female';
}

function child(random: Random, born: Day): Member {
  return { relationship: 'child', sex: sexAtBirth(random), born, maritalStatus: 'never_married' };
}

/** How likely a child of that age still lives in the household. */
function stillAtHome(age: number): number {
  if (age < 12) return 0.96;
  if (age < 16) return 0.88;
  if (age < 20) return 0.82;
  return age < 26 ? 0.42 : 0.07;
}
