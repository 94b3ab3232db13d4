import type { Random } from '@janela/random';

import type { Day } from './calendar.ts';
import { ageOn, textOf } from './calendar.ts';
import type { PersonAnswers } from './columns.ts';
import type { Member } from './members.ts';
import { numberIn } from './numbers.ts';
import type { World } from './world.ts';

const domains = ['seeing', 'hearing', 'walking', 'remembering', 'self_care', 'communicating'] as const;

/** Which of the six difficulties people have, of the young and of the old. */
const youngDifficulties = { seeing: 15, hearing: 14, walking: 22, remembering: 20, self_care: 9, communicating: 20 };
const oldDifficulties = { seeing: 34, hearing: 14, walking: 36, remembering: 8, self_care: 6, communicating: 2 };

/** What a household knows of one of its people before telephones and payment are settled. */
export interface PersonContext {
  random: Random;
  world: World;
  name: { given: string; family: string };
  /** Unlike any other person's in the file. */
  ordinal: number;
  urban: boolean;
  welfare: number;
}

/** The answers about one person, as a visitor would write them down. */
export function personOf(member: Member, context: PersonContext): PersonAnswers {
  const { random, world } = context;
  const { recipe } = world;
  const age = ageOn(member.born, world.asOf);
  const functioning = functioningOf(context, age);
  const palliative = random.chance(recipe.shares.palliativeCare * (age > 50 ? 3 : 1));
  const identified = age >= recipe.identifier.fromAge && random.chance(identifiedShare(recipe, age));
  return {
    given_names: context.name.given,
    family_name: context.name.family,
    sex: member.sex,
    ...birthOf(random, world, member.born, age),
    relationship: member.relationship,
    identifier_type: identified ? recipe.identifier.type : '',
    identifier_value: identified ? numberIn(recipe.identifier.form, context.ordinal, world.seed) : '',
    phone: '',
    marital_status: age >= 12 ? member.maritalStatus : '',
    ...functioning,
    chronic_illness: yesNo(palliative || random.chance(recipe.shares.chronicIllness * (age > 50 ? 2.5 : 1))),
    palliative_care: yesNo(palliative),
    pregnant: member.sex === 'female' && age >= 12 && age <= 49 ? yesNo(isPregnant(context, age)) : '',
    ...schoolAndWork(context, member, age, Math.max(...Object.values(functioning).map(Number))),
    payee: '',
  };
}

function identifiedShare({ identifier, shares }: World['recipe'], age: number): number {
  return age >= identifier.surelyFromAge ? shares.identified : shares.identified / 2;
}

function birthOf(random: Random, { recipe, asOf }: World, born: Day, age: number) {
  const date = textOf(born);
  const yearOnly = recipe.yearOnly.findLast(({ fromAge }) => age >= fromAge)?.share ?? 0;
  if (random.chance(yearOnly)) {
    // Old people round their age, mostly upwards: as many say seventy as sixty-six to seventy.
    const older = age >= 50 && random.chance(recipe.shares.roundedYear) ? (5 - (age % 5)) % 5 : 0;
    const year = older === 0 ? Number(date.slice(0, 4)) : Number(textOf(asOf).slice(0, 4)) - age - older;
    return { born_on: `${year}-01-01`, born_on_precision: 'year' };
  }
  if (random.chance(recipe.shares.monthOnly)) return { born_on: `${date.slice(0, 7)}-01`, born_on_precision: 'month' };
  if (random.chance(recipe.shares.januaryFirst))
    return { born_on: `${date.slice(0, 4)}-01-01`, born_on_precision: 'day' };
  return { born_on: date, born_on_precision: 'day' };
}

function functioningOf({ random, world }: PersonContext, age: number): Record<(typeof domains)[number], string> {
  const answers = { seeing: '', hearing: '', walking: '', remembering: '', self_care: '', communicating: '' };
  const shares = world.recipe.functioning.findLast(({ fromAge }) => age >= fromAge);
  if (!shares) return answers;
  const { cannot, aLot, some } = shares;
  const level = random.weighted({ '4': cannot, '3': aLot, '2': some, '1': 1 - cannot - aLot - some });
  for (const domain of domains) answers[domain] = Number(level) > 2 && random.chance(0.15) ? '2' : '1';
  answers[random.weighted(age < 50 ? youngDifficulties : oldDifficulties)] = level;
  return answers;
}

function isPregnant({ random, world }: PersonContext, age: number): boolean {
  return random.chance(age < 16 ? 0.004 : age > 42 ? 0.02 : world.recipe.shares.pregnant);
}

/** No one who runs a household of grown people still goes to school. */
function schoolAndWork({ random, world, urban, welfare }: PersonContext, member: Member, age: number, worst: number) {
  const { school, work } = world.recipe;
  const schooling = school.find(({ fromAge, toAge }) => age >= fromAge && age <= toAge);
  const runsHousehold = age >= 18 && ['head', 'spouse'].includes(member.relationship);
  const attends = schooling && !runsHousehold ? random.chance(schooling.share + schooling.perWelfare * welfare) : false;
  const working = work.find(({ fromAge, toAge }) => age >= fromAge && age <= toAge);
  const unable = age >= 18 && worst > 2 && random.chance(worst === 4 ? 0.85 : 0.45);
  const does = working ? random.weighted(urban ? working.urban : working.rural) : '';
  const mostly = unable ? 'unable_to_work' : attends && working ? 'student' : does;
  return {
    attends_school: schooling ? yesNo(attends) : '',
    work: mostly,
    insured: working ? yesNo(random.chance(world.recipe.insured[mostly] ?? 0)) : '',
  };
}

function yesNo(answer: boolean): string {
  return answer ? 'true' : 'false';
}
