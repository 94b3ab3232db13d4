import type { Problem } from '@janela/contracts';

import { write, type Language, type Sentence } from '../language/words.ts';
import { fieldLabels, fieldProblemWords, forExample, otherFieldProblem, someField } from './field-problem.words.ts';
import { otherRefusal, refusalWords } from './refusal.words.ts';

type Entry = NonNullable<Problem['errors']>[number];

/** Where something is wrong, as the reader knows it, and how it could look. */
export interface Place {
  label: string;
  example?: string;
}

/** A refusal as a sentence in the reader's language; the service's own words are English and never shown. */
export function refusalIn(language: Language, { code, status }: Pick<Problem, 'code' | 'status'>): string {
  return write(refusalWords[code] ?? otherwise(status), language);
}

function otherwise(status: number): Sentence {
  if (status === 404) return otherRefusal.notFound;
  return status === 409 || status === 412 ? otherRefusal.conflict : otherRefusal.wrong;
}

/** One thing wrong with what was sent, as a sentence; `place` says what the form calls it, where it knows better than the last name. */
export function fieldProblemIn(language: Language, { code, pointer }: Entry, place?: Place): string {
  const label = place?.label ?? write(fieldLabels[lastName(pointer)] ?? someField, language);
  const says = write(fieldProblemWords[code] ?? otherFieldProblem, language, { label });
  return place?.example ? `${says} ${write(forExample, language, { example: place.example })}` : says;
}

/** `/payee/account` is about an account, `/members/3` about the people. */
function lastName(pointer: string): string {
  return pointer.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';
}
