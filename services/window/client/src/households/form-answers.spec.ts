import { describe, expect, it } from '@jest/globals';

import type { Question, Questionnaire, Section } from '../api/country.ts';
import {
  type Answers,
  blankAnswers,
  bodyOf,
  halfAnswered,
  outOfRange,
  placeOf,
  unanswered,
  withoutMember,
} from './form-answers.ts';

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
  it('asks who collects the money once an account or a way to pay is given, and drops nothing of it', () => {
    const given = { ...blankAnswers, household: { 'payee.channel': 'cash' } };
    const section = questionnaire.sections.find(({ id }) => id === 'payment');
    expect(halfAnswered(section as Section, given).map(({ question }) => question.path)).toEqual(['payee.member']);
    expect(bodyOf(questionnaire, given)['payee']).toEqual({ channel: 'cash' });
    expect(halfAnswered(section as Section, { ...given, payee: 0 })).toEqual([]);
  });

  it('asks for the number of a document whose kind is chosen, and drops nothing of it', () => {
    const given: Answers = { household: {}, members: [{ 'members[].identifiers[].type': 'nrc' }, {}] };
    const places = questionnaire.sections.flatMap((section) => halfAnswered(section, given));
    expect(places.map(({ question, member }) => [question.path, member])).toEqual([
      ['members[].identifiers[].value', 0],
    ]);
    expect(bodyOf(questionnaire, given)['members']).toEqual([{ identifiers: [{ type: 'nrc' }] }, {}]);
  });

  it('keeps who collects when another person is taken off the list', () => {
    const three: Answers = { household: {}, members: [{}, { a: 'b' }, { c: 'd' }], payee: 2, deputy: 1 };
    expect(withoutMember(three, 0)).toEqual({ household: {}, members: [{ a: 'b' }, { c: 'd' }], payee: 1, deputy: 0 });
    expect(withoutMember(three, 2)).toEqual({ household: {}, members: [{}, { a: 'b' }], deputy: 1 });
  });

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

  it('names no one to collect money while no one was chosen', () => {
    const body = bodyOf(questionnaire, { household: { 'payee.channel': 'cash' }, members: [{}] });
    expect(body['payee']).toEqual({ channel: 'cash' });
  });

  it('asks again for what is needed, of each person', () => {
    const [place, people] = questionnaire.sections;
    expect(place && unanswered(place, blankAnswers).map(({ path }) => path)).toEqual(['areaCode']);
    expect(people && unanswered(people, blankAnswers).map(({ path }) => path)).toEqual(['members[].givenNames']);
  });

  it('finds the question that a refusal points at, whose it is, and the step that it is on', () => {
    expect(placeOf(questionnaire, '/members/2/functioning/walking')).toMatchObject({
      question: { path: 'members[].functioning.walking' },
      member: 2,
      step: 1,
      isExact: true,
    });
    expect(placeOf(questionnaire, '/members/1/identifiers/0/value')).toMatchObject({
      question: { path: 'members[].identifiers[].value' },
      member: 1,
    });
    expect(placeOf(questionnaire, '/payee/channel')).toMatchObject({ member: undefined, step: 2, isExact: true });
  });

  it('finds the nearest question of what no question asks by itself', () => {
    expect(placeOf(questionnaire, '/members')).toMatchObject({ step: 1, member: 0, isExact: false });
    expect(placeOf(questionnaire, '/members/3/identifiers')).toMatchObject({ member: 3, step: 1, isExact: false });
    expect(placeOf(questionnaire, '/payee/deputy')).toMatchObject({ step: 2, isExact: false });
    expect([placeOf(questionnaire, '/nothing'), placeOf(questionnaire, '')]).toEqual([undefined, undefined]);
  });

  it('points out a number that cannot be right on the step where it was typed', () => {
    const months = { ...question('residence.months', 'integer'), min: 0, max: 1560 };
    const section = { id: 'x', about: 'household' as const, title: label, questions: [months] };
    const codes = ['-1', '0', '1560', '1561', '2.5', 'x', '', ' '].map(
      (given) => outOfRange(section, { household: { 'residence.months': given }, members: [] })[0]?.code,
    );
    expect(codes).toEqual([
      'too_small',
      undefined,
      undefined,
      'too_big',
      'not_a_number',
      'not_a_number',
      undefined,
      undefined,
    ]);
  });
});
