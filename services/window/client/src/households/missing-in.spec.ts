import { describe, expect, it } from '@jest/globals';
import type { Reason } from '@janela/contracts';

import { missingIn } from './missing-in.ts';

const text = { en: '', pt: '', fr: '' };
const reason = (criterion: string, met: boolean | null, more: Partial<Reason> = {}) =>
  ({ criterion, met, title: text, seen: text, needed: text, ...more }) as Reason;
const asks = (fact: string) => ({ missing: [{ fact, paths: [] }] });
const factsOf = (reasons: Reason[]) => missingIn(reasons).map(({ fact }) => fact);

describe('the answers that are missing', () => {
  it('leave out what need not be known, because another part of the same whole is met', () => {
    const age = reason('age', true, { within: 'vulnerable' });
    const care = reason('care', null, { within: 'vulnerable', ...asks('in_palliative_care') });
    expect(factsOf([reason('vulnerable', true), age, care])).toEqual([]);
    expect(factsOf([reason('vulnerable', null), { ...age, met: false }, care])).toEqual(['in_palliative_care']);
  });

  it('leave it out however deep it lies in what is settled', () => {
    const deep = reason('care', null, { within: 'inner', ...asks('in_palliative_care') });
    const inner = reason('inner', null, { within: 'outer', ...asks('in_palliative_care') });
    expect(factsOf([reason('outer', true), inner, deep])).toEqual([]);
  });

  it('name each question once', () => {
    const twice = [reason('one', null, asks('age')), reason('other', null, asks('age'))];
    expect(factsOf(twice)).toEqual(['age']);
  });
});
