import type { Condition } from '@janela/contracts';
import type { PlainDate } from '@janela/kernel';

import type { FactValue } from '../facts/define-fact.ts';
import type { FactSnapshot, FactValues } from '../facts/read-facts.ts';
import { type Computed, exactly, intervalOf } from '../values/interval.ts';
import type { Truth } from '../values/truth.ts';

/** Where a term or a condition is evaluated: the snapshot, and the current member while members are gone through. */
export interface Scope {
  readonly asOf: PlainDate;
  readonly household: FactValues;
  readonly members: readonly FactValues[];
  readonly person?: FactValues | undefined;
  readonly member?: FactValues | undefined;
  /** A condition whose answer is taken as given, to ask what would follow from it. */
  readonly suppose?: { readonly condition: Condition; readonly truth: Truth };
}

export function scopeOf({ asOf, household, members, person }: FactSnapshot): Scope {
  const facts = members.map((member) => member.facts);
  return { asOf, household, members: facts, person: person === undefined ? undefined : facts[person] };
}

/** The readers below take what a snapshot holds. A value of the wrong kind is not known: nothing is ever converted. */
export function readNumber(value: FactValue | undefined): Computed {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? exactly(value) : null;
  if (!isBetween(value) || typeof value.least !== 'number' || typeof value.most !== 'number') return null;
  return value.least <= value.most ? intervalOf(value.least, value.most) : null;
}

export function readDate(value: FactValue | undefined): Computed {
  if (typeof value === 'string') return dateNumber(value);
  if (!isBetween(value) || typeof value.least !== 'string' || typeof value.most !== 'string') return null;
  const [least, most] = [dateNumber(value.least), dateNumber(value.most)];
  return least && most && least.least <= most.most ? { least: least.least, most: most.most } : null;
}

export function readTruth(value: FactValue | undefined): Truth {
  return typeof value === 'boolean' ? value : null;
}

export function readCode(value: FactValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

export function readCodes(value: FactValue | undefined): readonly string[] | null {
  return Array.isArray(value) ? value : null;
}

/** Returns a date as the number YYYYMMDD, which keeps the order of dates. */
export function dateNumber(date: string): Computed {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? exactly(Number(date.replaceAll('-', ''))) : null;
}

function isBetween(value: FactValue | undefined): value is Extract<FactValue, { least: unknown }> {
  return typeof value === 'object' && value !== null && 'least' in value && 'most' in value;
}
