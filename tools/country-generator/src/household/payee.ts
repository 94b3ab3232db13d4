import type { Random } from '@janela/random';

import { ageOn } from './calendar.ts';
import type { PersonAnswers } from './columns.ts';
import type { Member } from './members.ts';
import { phoneNumber } from './numbers.ts';
import type { World } from './world.ts';

const adultAge = 18;

/** The household's place in the file, from 0: no two households have the same, so no two have the same numbers. */
export interface Telephones {
  world: World;
  random: Random;
  index: number;
  welfare: number;
}

/**
 * Gives a household its telephones, and says who collects money and how: the head, or now and then the spouse. Returns the answers
 * about the payment; the payee, a deputy and the phones are written into `people`.
 */
export function settlePayee(members: readonly Member[], people: PersonAnswers[], line: Telephones, urban: boolean) {
  const { world, random } = line;
  const { payment, shares } = world.recipe;
  givePhones(members, people, line);

  const grown = members.flatMap(({ born }, place) => (ageOn(born, world.asOf) >= adultAge ? [place] : []));
  const payee = members[1]?.relationship === 'spouse' && random.chance(0.15) ? 1 : 0;
  const deputies = grown.filter((place) => place !== payee).slice(0, 3);
  const [collector, deputy] = [people[payee], random.chance(shares.deputy) ? people[deputies[0] ?? -1] : undefined];
  if (collector) collector.payee = 'yes';
  if (deputy) deputy.payee = 'deputy';

  const wanted = random.weighted(urban ? payment.urban : payment.rural);
  const channel = wanted === payment.accountChannel && !grown.includes(payee) ? 'cash' : wanted;
  if (channel !== payment.accountChannel) return { channel, provider: payment.provider, account: '' };
  const account = accountOf(line, collector?.phone ?? '');
  if (collector) collector.phone = account;
  if (deputy && deputy.phone === '') deputy.phone = phoneOf(world, line.index * 2 + 1);
  return { channel, provider: payment.provider, account };
}

function givePhones(
  members: readonly Member[],
  people: PersonAnswers[],
  { world, random, index, welfare }: Telephones,
): void {
  const { shares } = world.recipe;
  const own = random.chance(shares.phone + 0.15 * welfare);
  const neighbours = !own && index > 0 && random.chance(shares.neighbourPhone);
  const [head, second] = people;
  if (!head || (!own && !neighbours)) return;
  head.phone = phoneOf(world, (own ? index : index - 1) * 2);
  if (second && members[1]?.relationship === 'spouse') {
    const phones = { shared: head.phone, own: phoneOf(world, index * 2 + 1), none: '' };
    second.phone = phones[random.weighted({ shared: 40, own: 24, none: 36 })];
  }
}

/** The payee's telephone, except where the sandbox is to misbehave: then a number that ends in the digits for that. */
function accountOf({ world, random, index }: Telephones, phone: string): string {
  let ticket = random.next();
  for (const { share, ending } of world.outcomes) {
    ticket -= share;
    if (ticket < 0) return phoneNumber(world.recipe.phone, [ending], index, world.seed);
  }
  return phone || phoneOf(world, index * 2);
}

function phoneOf(world: World, ordinal: number): string {
  return phoneNumber(world.recipe.phone, world.ordinaryEndings, ordinal, world.seed);
}
