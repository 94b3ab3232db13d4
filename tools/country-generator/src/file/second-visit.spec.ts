import { describe, expect, it } from '@jest/globals';

import { randomAt } from '@janela/random';

import { loadCountry } from '../country/load-country.ts';
import { householdAt } from '../household/household.ts';
import { worldOf } from '../household/world.ts';
import { secondVisit } from './second-visit.ts';

const areas = ['ZM104011', 'ZM104005'];
const world = worldOf(loadCountry('zambia'), { seed: 7, asOf: '2026-11-01', areas, outcomes: {} });
const visits = Array.from({ length: 600 }, (_, index) => {
  const original = householdAt(world, index);
  return { original, again: secondVisit(world, original, `form-9${index}`, randomAt(1, index)) };
});

describe('A second visit to a household', () => {
  it('has a form of its own, and finds the head and most of the others', () => {
    for (const { original, again } of visits) {
      expect(again.household.ref).not.toBe(original.ref);
      expect(again.household.people[0]?.relationship).toBe('head');
      expect(original.people.length - again.household.people.length).toBeLessThanOrEqual(1);
      expect(again.people.length).toBe(again.household.people.length);
    }
  });

  it('says truly of each person whom it is and what differs', () => {
    for (const { original, again } of visits)
      again.people.forEach(({ original: place, difference }, member) => {
        const [before, after] = [original.people[place], again.household.people[member]];
        const sameNames = before?.given_names === after?.given_names && before?.family_name === after?.family_name;
        const sameBirth = before?.born_on === after?.born_on && before?.born_on_precision === after?.born_on_precision;

        expect(after?.sex).toBe(before?.sex);
        expect([difference, sameNames]).toEqual([
          difference,
          difference === 'same' || difference === 'other_birth_date',
        ]);
        expect([difference, sameBirth]).toEqual([difference, difference !== 'other_birth_date']);
        if (difference === 'swapped_names') expect(after?.given_names).toBe(before?.family_name);
      });
  });

  it('misspells names as people do: one slip, and still a name', () => {
    for (const { again } of visits)
      for (const { given_names, family_name } of again.household.people)
        for (const name of [given_names, family_name]) expect(name).toMatch(/^\p{Lu}[\p{L}' ]*\p{L}$/u);
  });

  it('never writes down a day that does not exist, or a card that is not the same person’s', () => {
    for (const { original, again } of visits)
      again.household.people.forEach((person, member) => {
        const before = original.people[again.people[member]?.original ?? -1];

        expect(new Date(person.born_on).toISOString().slice(0, 10)).toBe(person.born_on);
        expect(['', before?.identifier_value]).toContain(person.identifier_value);
      });
  });
});
