import { describe, expect, it } from '@jest/globals';

import type { Question, Questionnaire } from '../api/country.ts';
import { blankAnswers, bodyOf, questionAt, unanswered } from './form-answers.ts';

const label = { en: '', pt: '', fr: '' };
const question = (path: string, type: Question['type'], required = false): Question => ({
  id: path,
  path,
  type,
  label,
  required,
});
const questionnaire: Questionnaire = {
  version: 1,
  codeLists: {},
  sections: [
    {
      id: 'place',
      about: 'household',
      title: label,
      questions: [
        question('areaCode', 'area', true),
        question('residence.months', 'integer'),
        question('assets', 'choices'),
      ],
    },
    {
      id: 'people',
      about: 'person',
      title: label,
      questions: [
        question('members[].givenNames', 'text', true),
        question('members[].relationship', 'choice', true),
        question('members[].functioning.walking', 'choice'),
        question('members[].pregnant', 'yes_no'),
        question('members[].identifiers[].type', 'identifier_type'),
        question('members[].identifiers[].value', 'identifier'),
      ],
    },
    {
      id: 'payment',
      about: 'household',
      title: label,
      questions: [question('payee.member', 'choice'), question('payee.channel', 'choice')],
    },
  ],
};

describe('a registration form', () => {
  it('leaves out what was not answered', () => {
    expect(bodyOf(questionnaire, blankAnswers)).toEqual({ members: [{ relationship: 'head' }] });
  });

  it('turns what was typed into what the register takes', () => {
    const body = bodyOf(questionnaire, {
      household: { areaCode: 'ZM104011', 'residence.months': '30', assets: ['radio'], 'payee.channel': 'cash' },
      members: [
        {
          'members[].givenNames': ' Chanda ',
          'members[].relationship': 'head',
          'members[].functioning.walking': '3',
          'members[].pregnant': 'no',
          'members[].identifiers[].type': 'ZM-NRC',
          'members[].identifiers[].value': '123456/78/1',
        },
      ],
      payee: 0,
    });
    expect(body).toEqual({
      areaCode: 'ZM104011',
      residence: { months: 30 },
      assets: ['radio'],
      members: [
        {
          givenNames: 'Chanda',
          relationship: 'head',
          functioning: { walking: 3 },
          pregnant: false,
          identifiers: [{ type: 'ZM-NRC', value: '123456/78/1' }],
        },
      ],
      payee: { member: 0, channel: 'cash' },
    });
  });

  it('names nobody to collect money while nobody was chosen', () => {
    const body = bodyOf(questionnaire, { household: { 'payee.channel': 'cash' }, members: [{}] });
    expect(body).not.toHaveProperty('payee');
  });

  it('asks again for what is needed, of each person', () => {
    const [place, people] = questionnaire.sections;
    expect(place && unanswered(place, blankAnswers).map(({ path }) => path)).toEqual(['areaCode']);
    expect(people && unanswered(people, blankAnswers).map(({ path }) => path)).toEqual(['members[].givenNames']);
  });

  it('finds the question that a refusal points at', () => {
    expect(questionAt(questionnaire, '/members/2/functioning/walking')?.path).toBe('members[].functioning.walking');
    expect(questionAt(questionnaire, '/nothing')).toBeUndefined();
  });
});
