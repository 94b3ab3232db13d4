import type { Question, Questionnaire, Section } from '../api/country.ts';

/** What was typed or chosen, by the path of its question; an answer that is not there was not given. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** A form that is being filled in: the household's answers, and those of each person in it. */
export interface Answers {
  household: Given;
  members: readonly Given[];
  /** The place in `members` of who collects the money, and of who may collect it instead. */
  payee?: number;
  deputy?: number;
}

/** A form with nothing in it but a first person, who is the head. */
export const blankAnswers: Answers = { household: {}, members: [{ 'members[].relationship': 'head' }] };

/** Whether this question is answered once for the household; who collects is asked in its own way. */
export const isPlain = ({ path }: Question) => path !== 'payee.member';

/** What a person of the form is called so far. */
export const nameOfPerson = (given: Given) =>
  [given['members[].givenNames'], given['members[].familyName']].filter(Boolean).join(' ');

/** The body of a registration. What was not answered is left out, never filled in. */
export function bodyOf(
  questionnaire: Questionnaire,
  { household, members, payee, deputy }: Answers,
): Record<string, unknown> {
  const questions = questionnaire.sections.flatMap((section) => section.questions).filter(isPlain);
  const body: Record<string, unknown> = {};
  for (const question of questions.filter(({ path }) => !path.startsWith('members[]')))
    set(body, question.path.split('.'), valueOf(question, household[question.path]));
  body['members'] = members.map((given) => memberOf(questions, given));
  if (payee === undefined) delete body['payee'];
  else
    body['payee'] = {
      ...(body['payee'] as object | undefined),
      member: payee,
      ...(deputy !== undefined && { deputy }),
    };
  if (!(body['consent'] as { purposes?: unknown } | undefined)?.purposes) delete body['consent'];
  return body;
}

function memberOf(questions: Question[], given: Given): Record<string, unknown> {
  const member: Record<string, unknown> = {};
  const identifier: Record<string, unknown> = {};
  for (const question of questions) {
    if (!question.path.startsWith('members[].')) continue;
    const [, field = ''] = question.path.split('members[].');
    const value = valueOf(question, given[question.path]);
    if (field.startsWith('identifiers[].')) set(identifier, [field.replace('identifiers[].', '')], value);
    else set(member, field.split('.'), value);
  }
  if (identifier['value'] !== undefined) member['identifiers'] = [identifier];
  return member;
}

function valueOf({ type, path }: Question, given: string | readonly string[] | undefined): unknown {
  if (given === undefined || given.length === 0) return undefined;
  if (typeof given !== 'string') return given;
  const text = given.trim();
  if (text === '') return undefined;
  if (type === 'yes_no') return text === 'yes';
  const isNumber = type === 'integer' || path.includes('.functioning.');
  return isNumber ? Number(text) : text;
}

function set(target: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (value === undefined) return;
  if (rest.length === 0) target[first] = value;
  else set((target[first] ??= {}) as Record<string, unknown>, rest, value);
}

/** The needed questions of a step that nobody has answered yet. */
export function unanswered(section: Section, answers: Answers): Question[] {
  return section.questions.filter((question) => gapsOf(section, answers, question).length > 0);
}

/** Where a needed question has no answer: once for the household, or the places of people in the list. */
export function gapsOf(
  { about }: Section,
  { household, members }: Answers,
  question: Question,
): (number | undefined)[] {
  if (!question.required || !isPlain(question)) return [];
  if (about === 'household') return household[question.path]?.length ? [] : [undefined];
  return members.flatMap((given, member) => (given[question.path]?.length ? [] : [member]));
}

/** The id of a field on the page, for a summary of errors to lead to. */
export const fieldId = ({ id }: Question, member?: number) => (member === undefined ? `q-${id}` : `q-${id}-${member}`);

/** The question that a refusal points at: `/members/0/bornOn` is asked by `members[].bornOn`. */
export function questionAt(questionnaire: Questionnaire, pointer: string): Question | undefined {
  const path = pointer.slice(1).replaceAll(/\/\d+/g, '[]').replaceAll('/', '.');
  return questionnaire.sections.flatMap((section) => section.questions).find((question) => question.path === path);
}
