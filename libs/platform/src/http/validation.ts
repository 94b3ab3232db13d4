import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';

import type { AppError, ProblemEntry } from '../errors/app-error.ts';
import { InvalidRequest } from '../errors/refusals.ts';

const maxErrors = 100;
const places = { body: 'body', query: 'query', param: 'path', custom: 'header' } as const;

/** What schemas say is wrong. Zod says more than the Standard Schema promises; what it does not say has a default. */
interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: string;
  input?: unknown;
  keys?: readonly string[];
  errors?: readonly (readonly Issue[])[];
  params?: { code?: string };
}

class Issues extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super('invalid');
  }
}

/** Holds every `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })` to its schema; refuses with `errors[]`. */
@Injectable()
export class RequestValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new Issues(issues) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Issues)) throw error;
      throw invalidRequest(places[metadata.type], error.issues);
    }
  }
}

/** The refusal for what a schema found wrong in a part of the request. */
export function invalidRequest(place: ProblemEntry['in'], issues: readonly Issue[]): AppError {
  const errors = issues.flatMap((issue) => entriesOf(place, issue, []));
  const shown = errors.slice(0, maxErrors);
  const more = errors.length > shown.length ? `; the first ${shown.length} are listed` : '';
  return new InvalidRequest(`${errors.length === 1 ? 'One thing is' : `${errors.length} things are`} wrong${more}`, {
    errors: shown,
  });
}

type Path = readonly PropertyKey[];

function entriesOf(place: ProblemEntry['in'], issue: Issue, above: Path): ProblemEntry[] {
  const path = [...above, ...(issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step))];
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      in: place,
      pointer: pointerTo([...path, key]),
      code: 'unknown_field',
      message: 'There is no such field',
    }));
  }
  const alternative = nearestAlternative(issue);
  if (alternative) return alternative.flatMap((inner) => entriesOf(place, inner, path));
  return [{ in: place, pointer: pointerTo(path), code: codeOf(issue), message: issue.message }];
}

/** Of several shapes that might have been meant, the one with the fewest complaints. */
function nearestAlternative({ code, errors }: Issue): readonly Issue[] | undefined {
  if (code !== 'invalid_union') return undefined;
  return [...(errors ?? [])].filter((issues) => issues.length > 0).sort((a, b) => a.length - b.length)[0];
}

function codeOf({ code, params, message }: Issue): string {
  if (code === 'invalid_type' && message.endsWith('received undefined')) return 'required';
  return params?.code ?? code ?? 'invalid';
}

/** RFC 6901. */
function pointerTo(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 128)}`).join('');
}
