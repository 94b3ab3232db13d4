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

/**
 * The body of a registration. What was not answered is left out, never filled in; what was answered in part is sent as it is, for the
 * register to refuse: an account without a person who collects is not dropped.
 */
export function bodyOf(
  questionnaire: Questionnaire,
  { household, members, payee, deputy }: Answers,
): Record<string, unknown> {
  const questions = questionnaire.sections.flatMap((section) => section.questions).filter(isPlain);
  const body: Record<string, unknown> = {};
  for (const question of questions.filter(({ path }) => !path.startsWith('members[]')))
    set(body, question.path.split('.'), valueOf(question, household[question.path]));
  body['members'] = members.map((given) => memberOf(questions, given));
  const collects = { ...(payee !== undefined && { member: payee }), ...(deputy !== undefined && { deputy }) };
  if (body['payee'] !== undefined || Object.keys(collects).length > 0)
    body['payee'] = { ...(body['payee'] as object | undefined), ...collects };
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
  if (Object.keys(identifier).length > 0) member['identifiers'] = [identifier];
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

/** The needed questions of a step that have no answer yet. */
export function unanswered(section: Section, answers: Answers): Question[] {
  return section.questions.filter((question) => gapsOf(section, answers, question).length > 0);
}

/** The answers that are worth nothing without another one: where such a part is begun, the rest of it is asked for. */
const together: readonly { part: string; needs: readonly string[] }[] = [
  { part: 'payee.', needs: ['payee.member'] },
  { part: 'consent.', needs: ['consent.purposes', 'consent.givenOn', 'consent.method'] },
  { part: 'members[].identifiers[].', needs: ['members[].identifiers[].type', 'members[].identifiers[].value'] },
];

/** Where a part was begun and something that it needs has no answer. */
export function halfAnswered(
  { about, questions }: Section,
  answers: Answers,
): { question: Question; member: number | undefined }[] {
  const { household, members, payee, deputy } = answers;
  const collects = { ...(payee !== undefined && { 'payee.member': String(payee) }) };
  const begun: Given = { ...household, ...collects, ...(deputy !== undefined && { 'payee.deputy': String(deputy) }) };
  const places: [Given, number | undefined][] =
    about === 'household' ? [[begun, undefined]] : members.map((given, member) => [given, member]);
  return questions.flatMap((question) => {
    const part = together.find(({ needs }) => needs.includes(question.path))?.part;
    if (part === undefined || question.required) return [];
    const isBegun = (given: Given) =>
      Object.entries(given).some(([path, answer]) => path.startsWith(part) && answer.length > 0);
    return places.flatMap(([given, member]) =>
      isBegun(given) && !given[question.path]?.length ? [{ question, member }] : [],
    );
  });
}

/** Takes a person off the list. Who collects is kept by place in the list, and moves along; who is gone collects no more. */
export function withoutMember({ household, members, payee, deputy }: Answers, gone: number): Answers {
  const moved = (at: number | undefined) => (at === undefined || at === gone ? undefined : at > gone ? at - 1 : at);
  const [payeeNow, deputyNow] = [moved(payee), moved(deputy)];
  return {
    household,
    members: members.toSpliced(gone, 1),
    ...(payeeNow !== undefined && { payee: payeeNow }),
    ...(deputyNow !== undefined && { deputy: deputyNow }),
  };
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

/** Where in the form something is: its question, the person whom it is asked of, and the step that it is on. */
export interface FormPlace {
  question: Question;
  member: number | undefined;
  step: number;
  /** Whether the question itself is meant, and not something around it. */
  isExact: boolean;
}

/**
 * The place that a refusal points at: `/members/0/bornOn` is asked by `members[].bornOn`. What no question asks by itself, such as
 * `/members/0/identifiers`, is found at the nearest one.
 */
export function placeOf({ sections }: Questionnaire, pointer: string): FormPlace | undefined {
  const parts = pointer.split('/').slice(1);
  const member = parts[0] === 'members' && parts[1] !== undefined ? Number(parts[1]) : undefined;
  for (let length = parts.length; length > 0; length -= 1) {
    const path = pathOf(parts.slice(0, length));
    for (const [step, section] of sections.entries()) {
      const question = section.questions.find((each) => isAt(each.path, path));
      if (!question) continue;
      const isExact = length === parts.length && question.path === path;
      return { question, member: section.about === 'person' ? (member ?? 0) : undefined, step, isExact };
    }
  }
  return undefined;
}

/** `members`, `2`, `bornOn` are `members[].bornOn`. */
const pathOf = (parts: string[]) =>
  parts.reduce((path, part) => (/^\d+$/.test(part) ? `${path}[]` : path ? `${path}.${part}` : part), '');

const isAt = (asked: string, path: string) =>
  asked === path || asked.startsWith(`${path}.`) || asked.startsWith(`${path}[].`);

/** An answer that lies outside what its question allows. */
export interface OutOfRange {
  question: Question;
  member: number | undefined;
  code: 'too_small' | 'too_big' | 'not_a_number';
}

/** The answers of a step that cannot be right, before the register is asked to take them. */
export function outOfRange({ about, questions }: Section, { household, members }: Answers): OutOfRange[] {
  const places: [Given, number | undefined][] =
    about === 'household' ? [[household, undefined]] : members.map((given, member) => [given, member]);
  return questions
    .filter(({ type }) => type === 'integer')
    .flatMap((question) =>
      places.flatMap(([given, member]) => {
        const code = codeOf(question, given[question.path]);
        return code ? [{ question, member, code }] : [];
      }),
    );
}

function codeOf({ min, max }: Question, given: string | readonly string[] | undefined): OutOfRange['code'] | undefined {
  if (typeof given !== 'string' || given.trim() === '') return undefined;
  const value = Number(given);
  if (!Number.isInteger(value)) return 'not_a_number';
  if (value < (min ?? -Infinity)) return 'too_small';
  return value > (max ?? Infinity) ? 'too_big' : undefined;
}
