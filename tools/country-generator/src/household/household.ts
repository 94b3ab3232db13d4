import { type Random, randomAt } from '@janela/random';

import { ageOn, textOf } from './calendar.ts';
import type { Household, HouseholdAnswers, PersonAnswers } from './columns.ts';
import { dwellingOf } from './dwelling.ts';
import type { Member } from './members.ts';
import { settlePayee } from './payee.ts';
import { personOf } from './person.ts';
import { type Shape, maxMembers, peopleOf } from './shapes.ts';
import type { Place, World } from './world.ts';

/** The household at a place of the file, from 0. It depends on nothing but the world and its place, so it can be made again. */
export function householdAt(world: World, index: number): Household {
  const { recipe, asOf, pyramid, seed } = world;
  const random = randomAt(seed, index);
  const place = placeFor(world, random);
  const shape = random.weighted(recipe.shapes as Record<Shape, number>);
  const members = peopleOf(shape, { random, asOf, pyramid });
  const urban = random.chance(place.manner.urban);
  const base = place.manner.welfare + (recipe.shapeWelfare[shape] ?? 0) + (urban ? 0.35 : 0) + 0.8 * random.normal();

  const names = namesOf(world, random, place, members);
  const people = members.map((member, row) =>
    personOf(member, {
      random,
      world,
      name: names[row] ?? { given: '', family: '' },
      ordinal: index * maxMembers + row,
      urban,
      welfare: base,
    }),
  );
  const welfare = base + Math.max(...people.map(({ work }) => recipe.workWelfare[work] ?? 0));
  const answers: HouseholdAnswers = {
    area_code: place.code,
    address: addressOf(world, random, place),
    residence_months: String(residenceOf(world, random, ageOn(members[0]?.born ?? asOf, asOf))),
    urban: urban ? 'true' : 'false',
    ...dwellingOf(random, recipe, welfare, members.length),
    ...settlePayee(members, people, { world, random, index, welfare }, urban),
    ...consentOf(world, random),
  };
  leaveSomeUnanswered(random, recipe.shares.unanswered, answers, people);
  return { ref: refAt(index), answers, people };
}

/** The number of the paper form at a place of the file. */
export function refAt(index: number): string {
  return `form-${String(index + 1).padStart(6, '0')}`;
}

function placeFor({ places }: World, random: Random): Place {
  const weights = Object.fromEntries(places.map(({ weight }, place) => [String(place), weight]));
  return places[Number(random.weighted(weights))] as Place;
}

/** Given names unlike each other within the household, and family names that mostly follow the head's. */
function namesOf({ names, recipe }: World, random: Random, { manner }: Place, members: readonly Member[]) {
  const language = random.weighted(manner.languages);
  const family = names.draw(random, language, 'family');
  const fathers = members[0]?.sex === 'female' && random.chance(0.6) ? names.draw(random, language, 'family') : family;
  const taken = new Set<string>();
  return members.map(({ sex, relationship }) => {
    const drawn = (): string => {
      const own = names.draw(random, language, sex === 'male' ? 'male' : 'female');
      if (!random.chance(recipe.shares.christianName)) return own;
      const christian = names.draw(random, 'christian', sex);
      return random.chance(recipe.shares.secondName) && christian !== own ? `${christian} ${own}` : christian;
    };
    let given = drawn();
    for (let attempt = 0; taken.has(given) && attempt < 20; attempt += 1) given = drawn();
    taken.add(given);
    const other = relationship === 'spouse' ? 0.5 : relationship === 'grandchild' ? 0.45 : 0.1;
    const follows = relationship === 'child' ? fathers : family;
    return {
      given,
      family: relationship !== 'head' && random.chance(other) ? names.draw(random, language, 'family') : follows,
    };
  });
}

function addressOf({ names, recipe }: World, random: Random, { wards, manner }: Place): string {
  const village = `${names.draw(random, random.weighted(manner.languages), 'family')} village`;
  const ward = wards.length > 0 ? [`${random.pick(wards)} ward`] : [];
  return [village, ...ward, random.pick(recipe.landmarks)].join(', ');
}

/** Months since the household came to live here: a few have come lately, no one has lived here longer than the head has lived. */
function residenceOf({ recipe }: World, random: Random, headAge: number): number {
  if (random.chance(recipe.shares.newcomer)) return random.between(0, 5);
  const longest = Math.max(7, headAge * 12);
  return 6 + Math.floor(random.next() * (longest - 6));
}

function consentOf({ recipe, asOf }: World, random: Random) {
  if (!random.chance(recipe.shares.consent)) return { consent_given_on: '', consent_method: '' };
  return {
    consent_given_on: textOf(asOf - random.between(0, 60)),
    consent_method: random.weighted(recipe.consentMethods),
  };
}

const optionalOfHousehold = [
  'residence_months',
  'floor',
  'walls',
  'roof',
  'toilet',
  'water',
  'lighting',
  'cooking',
  'rooms',
  'assets',
  'dairy_in_two_weeks',
] as const;
const optionalOfPerson = [
  'marital_status',
  'seeing',
  'walking',
  'remembering',
  'chronic_illness',
  'attends_school',
  'work',
] as const;

/** Some questions could not be answered; then nothing is known, and nothing may be assumed. */
function leaveSomeUnanswered(random: Random, share: number, answers: HouseholdAnswers, people: PersonAnswers[]): void {
  for (const column of optionalOfHousehold) if (random.chance(share)) answers[column] = '';
  for (const person of people) for (const column of optionalOfPerson) if (random.chance(share)) person[column] = '';
}
