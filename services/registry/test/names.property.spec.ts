import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { household, member, type Random, seeded } from '@janela/testing';

import { type Registry, startRegistry } from './registry.harness.ts';

const householdCount = 3;
const memberCount = 20;

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.stop());

/** Letters of the scripts in which names are written, and what stands between them. */
const scripts = [
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'àâçéèêëîïôûùüÿñŵŷłøßœæŋɓɗÀÂÇÉÈÊËÎÏÔÛÙÜŸÑŴŶŁØ',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙК',
  'አበገደሀወዘየከለመነሰቀተጸፈአበባቢቂላ',
  'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ',
  'अआइईउऊएऐकखगघचछजझ',
  '李王张刘陈杨赵黄周吴',
].map((letters) => [...letters]);
const between = [' ', '  ', '\u00a0', ' \u2003', '-', "'", '’', '.', '. ', '_', ', ', '/', ' – '];
const digits = [...'0123456789'];

function word(random: Random): string {
  const letters = random.pick(scripts);
  const length = random.pick([1, 2, 3, 5, 8, 13, random.between(20, 60)]);
  const text = Array.from({ length }, () => random.pick(letters)).join('');
  return random.next() < 0.1 ? `${text}${random.pick(digits)}` : text;
}

/** A name of one word or many, of at most a hundred characters. */
function name(random: Random): string {
  let text = `${word(random)}${word(random)}`;
  for (let count = random.pick([0, 0, 1, 2, 4, 12]); count > 0; count -= 1)
    text += `${random.pick(between)}${word(random)}`;
  return [...text.normalize('NFC')]
    .slice(0, random.pick([100, 100, 40]))
    .join('')
    .slice(0, 100)
    .trim();
}

/** The same name as another person types it: in another case, with accents apart or left out, with other spaces. */
function retyped(text: string, random: Random): string {
  const changes: ((typed: string) => string)[] = [
    (typed) => typed.toUpperCase(),
    (typed) => typed.toLowerCase(),
    (typed) => typed.normalize('NFD'),
    (typed) => typed.normalize('NFD').replaceAll(/[\u0300-\u036f]/gu, ''),
    (typed) => typed.replaceAll(/\s+/gu, random.pick(['  ', '\u00a0', ' '])),
    (typed) => ` ${typed} `,
  ];
  return random
    .shuffle(changes)
    .slice(0, 3)
    .reduce((typed, change) => change(typed), text);
}

describe('a person who is registered', () => {
  it('is found by the name as it was typed, and as others type it', async () => {
    const random = seeded('names that are found');
    const lost: string[] = [];
    for (let count = 0; count < householdCount; count += 1) {
      const members = Array.from({ length: memberCount }, (_, index) =>
        member({ givenNames: name(random), familyName: name(random), relationship: index === 0 ? 'head' : 'child' }),
      );
      const { status, body } = await registry.register(household({ members }));
      expect([status, JSON.stringify(status === 201 ? '' : body)]).toEqual([201, '""']);
      for (const [index, { givenNames, familyName }] of members.entries()) {
        const typed = random.pick([`${givenNames} ${familyName}`, `${familyName} ${givenNames}`]);
        for (const q of [typed, retyped(typed, random)]) {
          const found = await registry.caseworker.get(`/v1/people?${new URLSearchParams({ q })}`);
          const isFound =
            found.status === 200 && found.body.items.some(({ personId }) => personId === body.members[index]?.personId);
          if (!isFound) lost.push(JSON.stringify({ givenNames, familyName, q, status: found.status }));
        }
      }
    }
    expect(lost).toEqual([]);
  });
});
