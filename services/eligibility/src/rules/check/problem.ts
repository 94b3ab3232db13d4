import type { z } from 'zod';

import { pointerTo } from '../language/json-pointer.ts';

/** Something that keeps a document from being accepted: where (a JSON pointer), a code to act on, and words to read. */
export interface Problem {
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly message: string;
}

export type ProblemCode =
  | 'too_deep'
  | 'too_large'
  | 'malformed'
  | 'unknown_field'
  | 'unknown_fact'
  | 'unknown_scorecard'
  | 'unknown_line'
  | 'unknown_code'
  | 'wrong_type'
  | 'operator_not_allowed'
  | 'nothing_asked'
  | 'no_criterion'
  | 'criterion_misplaced'
  | 'criterion_repeated'
  | 'member_misplaced'
  | 'person_misplaced'
  | 'scorecard_misplaced'
  | 'currency_missing'
  | 'points_incomplete'
  | 'lookup_incomplete'
  | 'answer_unreachable'
  | 'unit_differs'
  | 'currency_differs'
  | 'version_repeated'
  | 'wrong_code'
  | 'amount_missing'
  | 'provenance_missing'
  | 'provenance_dangling';

const ofShape: readonly ProblemCode[] = ['too_deep', 'too_large', 'malformed', 'unknown_field'];

/** Returns whether the document has not even the shape of one, so that nothing in it was looked at. */
export function isOfShape({ code }: Problem): boolean {
  return ofShape.includes(code);
}

/** Returns what a schema refused, as problems. */
export function malformed({ issues }: z.ZodError): Problem[] {
  return issues.flatMap((issue) => malformedBy(issue, ''));
}

type Issue = z.ZodError['issues'][number];

/** Of several shapes that a value could have had, the problems are those of the one that it comes nearest to. */
function malformedBy(issue: Issue, base: string): Problem[] {
  const pointer = pointerTo(base, ...issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem(pointerTo(pointer, key), 'unknown_field', 'There is no such field.'));
  }
  const [nearest] = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => distance(a) - distance(b)) : [];
  if (!nearest) return [{ pointer, code: 'malformed', message: issue.message }];
  return nearest.flatMap((inner) => malformedBy(inner, pointer));
}

/** Keys that are missing or too many point to another shape; problems further down do not. */
function distance(issues: readonly Issue[]): number {
  const others = issues.filter(
    ({ code, path, message }) => path.length === 0 || (path.length === 1 && isMissing(code, message)),
  );
  return others.length * 100 + issues.length;
}

function isMissing(code: string, message: string): boolean {
  return code === 'invalid_type' && message.endsWith('received undefined');
}

const maxDepth = 40;
const maxValues = 5_000;

/**
 * Refuses a document too deep or too large to be looked at, before anything follows it downwards: 40 levels of JSON are some
 * 18 conditions inside one another, 5,000 values some 500 comparisons.
 */
export function sizeProblems(json: unknown): Problem[] {
  let values = 0;
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > maxDepth) return [problem('', 'too_deep', `Nothing may stand more than ${maxDepth} levels deep.`)];
    if (values > maxValues) return [problem('', 'too_large', `It may hold at most ${maxValues} values.`)];
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return [];
}

export function problem(pointer: string, code: ProblemCode, message: string): Problem {
  return { pointer, code, message };
}
