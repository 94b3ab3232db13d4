import { invariant } from '@janela/kernel';

/** One thing wrong with a request: where (`pointer` is a JSON Pointer inside `in`), a code to act on, words to read. */
export interface ProblemEntry {
  in: 'body' | 'query' | 'path' | 'header';
  pointer: string;
  code: string;
  message: string;
}

/** What may go with a refusal. `members` become members of the problem document, e.g. `currentVersion`. */
export interface RefusalOptions {
  errors?: readonly ProblemEntry[];
  members?: Readonly<Record<string, string | number | boolean>>;
  headers?: Readonly<Record<string, string>>;
}

/** A code a caller may meet, as listed in the service's OpenAPI document. */
export interface RefusalKind {
  code: string;
  status: number;
  title: string;
}

/** A refusal: the request was understood and the answer is no. Final for consumers and jobs; never a bug. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  abstract readonly title: string;

  /** `detail` says what was wrong this time, in a sentence without personal data. */
  constructor(
    readonly detail?: string,
    readonly options: RefusalOptions = {},
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

const kinds = new Map<string, RefusalKind>();

/**
 * A class to extend for one way of saying no: `class HouseholdNotFound extends appError('registry.household_not_found', 404,
 * 'There is no such household') {}`. The title never varies; what varies is the `detail` given when it is thrown.
 */
export function appError(code: string, status: number, title: string) {
  invariant(/^[a-z][a-z0-9-]*\.[a-z0-9_]+$/.test(code), `"${code}" is not <service>.<snake_case>`);
  invariant(status >= 400 && status <= 599, `${code}: ${status} is not an error status`);
  invariant(!kinds.has(code), `the code ${code} is declared twice`);
  kinds.set(code, { code, status, title });

  return class extends AppError {
    readonly code = code;
    readonly status = status;
    readonly title = title;
    override readonly message = this.detail ?? title;
  };
}

/** Every refusal declared so far, by code. */
export function refusalKinds(): RefusalKind[] {
  return [...kinds.values()].sort((a, b) => a.code.localeCompare(b.code));
}
