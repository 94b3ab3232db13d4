import type { DenominatorSex, SdgComponent, SdgSex } from '@janela/contracts';

import type { AgeGroup } from '../denominators/age-group.ts';
import { type Figure, measureOf, populationOf } from '../denominators/choose-value.ts';
import { type BySex, type Counted, none } from './counted.ts';

const sexes: Record<SdgSex, DenominatorSex> = { _T: 'all', F: 'female', M: 'male' };

/** Returns of how many people a series is a share, by what is known for the year. */
export function denominatorOf(counted: Counted, code: SdgComponent, sex: SdgSex, ages: AgeGroup): Figure {
  const { denominators, areaCode, asOf } = counted;
  const at = { areaCode, year: Number(asOf.slice(0, 4)), sex: sexes[sex] };
  const people = () => populationOf(denominators, at, { sex: at.sex, ages });
  const measure = (name: Parameters<typeof measureOf>[1]['measure']) =>
    measureOf(denominators, { ...at, measure: name });
  switch (code) {
    case 'SI_COV_BENFTS':
    case 'SI_COV_CHLD':
    case 'SI_COV_PENSN':
      return people();
    case 'SI_COV_VULN':
      return without(people(), counted.people.get('roll') ?? none, sex);
    case 'SI_COV_DISAB':
      return shared(people(), measure('severe_disability'));
    case 'SI_COV_POOR':
      return shared(people(), measure('poverty_headcount'));
    case 'SI_COV_MATNL':
      return measureOf(denominators, { ...at, measure: 'births', sex: 'all' });
    case 'SI_COV_UEMP':
      return measure('unemployed');
    case 'SI_COV_WKINJRY':
      return measure('employed');
  }
}

/** Returns a share of a population, both named; without either there is none. */
function shared(people: Figure, rate: Figure): Figure {
  const note = [people.note, rate.note].filter((each) => each !== undefined).join(' ') || undefined;
  if (people.value === null || rate.value === null)
    return { value: null, source: (rate.value === null ? rate : people).source, note };
  const source = `${rate.value} per cent (${rate.source}) of ${people.value} (${people.source})`;
  return { value: Math.round((people.value * rate.value) / 100), source, note };
}

/** Returns the population without those on the contributory roll. */
function without(people: Figure, roll: BySex, sex: SdgSex): Figure {
  if (people.value === null) return people;
  const source = `${people.value} (${people.source}), less ${roll[sex]} on the contributory roll (events)`;
  return { ...people, value: Math.max(0, people.value - roll[sex]), source };
}
