import { describe, expect, it } from '@jest/globals';

import type { Question, Questionnaire } from '../api/country.ts';
import type { Answers } from './form-answers.ts';
import { errorsOfRefusal, errorsOfStep, stepState } from './form-errors.ts';

const label = { en: '', pt: '', fr: '' };
const question = (path: string, type: Question['type']): Question => ({ id: path, path, type, label, required: true });
const questionnaire: Questionnaire = {
  version: 1,
  codeLists: {},
  sections: [
    { id: 'place', about: 'household', title: label, questions: [question('residence.months', 'integer')] },
    { id: 'people', about: 'person', title: label, questions: [question('members[].givenNames', 'text')] },
  ],
};
const answers: Answers = {
  household: { 'residence.months': '30' },
  members: [{ 'members[].givenNames': 'Chanda' }, { 'members[].givenNames': '' }],
};

describe('what is wrong with a registration', () => {
  it('is kept by its code and place, so that it is said in whatever language is read', () => {
    const [missing, ...others] = errorsOfStep(questionnaire, answers, 1);
    expect(missing).toMatchObject({ entry: { code: 'required' }, place: { member: 1, step: 1 }, given: '' });
    expect(others).toEqual([]);
  });

  it('remembers the answer that the register would not take', () => {
    const entry = { in: 'body' as const, pointer: '/residence/months', code: 'too_big', message: 'too big' };
    expect(errorsOfRefusal(questionnaire, answers, [entry])).toMatchObject([{ place: { step: 0 }, given: '30' }]);
  });
});

describe('a step of a registration', () => {
  const known = errorsOfStep(questionnaire, answers, 1);

  it('has no tick while something is known to be wrong with it, and none before it was opened', () => {
    expect(stepState({ seen: true, known })).toBe('wrong');
    expect(stepState({ seen: false, known: [] })).toBe('not yet');
    expect(stepState({ seen: true, known: [] })).toBe('done');
  });
});
