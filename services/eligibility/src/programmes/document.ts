import type { ProblemEntry } from '@janela/platform';
import { InvalidRequest } from '@janela/platform';
import type { z } from 'zod';

import { isOfShape, type Problem } from '../rules/check/problem.ts';

/** Something that is wrong with a document: its words, and where in it. */
type Refusal = new (detail?: string, options?: { errors: readonly ProblemEntry[] }) => Error;

const maxErrors = 100;

/**
 * Returns the schema of a body that has a checker of its own, which looks at the size before anything follows it downwards, and
 * says more than a schema can: the body passes here as it is, and the documentation shows its shape.
 */
export function checkedLater(schema: z.ZodType): Pick<z.ZodType<unknown, unknown>, '~standard'> {
  return { '~standard': { ...schema['~standard'], validate: (value) => ({ value }) } };
}

/** Refuses a document in which the checker found something: 400 where it is none at all, else the refusal given. */
export function mustBeSound(problems: readonly Problem[], refusal: Refusal): void {
  if (problems.length === 0) return;
  const errors = problems.slice(0, maxErrors).map((problem) => ({ in: 'body' as const, ...problem }));
  const detail = problems.length === 1 ? 'One thing is wrong' : `${problems.length} things are wrong`;
  if (problems.some(isOfShape)) throw new InvalidRequest(detail, { errors });
  throw new refusal(detail, { errors });
}
