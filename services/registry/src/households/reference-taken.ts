import { QueryFailedError } from 'typeorm';

/** Whether something was not stored because another household has the number of its form: registered at the same moment, the index finds it. */
export function isReferenceTaken(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  return cause instanceof Error && 'constraint' in cause && cause.constraint === 'households_reference_once';
}
