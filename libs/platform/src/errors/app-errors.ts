import { type AppError, appError, type RefusalOptions } from './app-error.ts';

/** A class of refusal: `throw new HouseholdClosed()`, or with a sentence about this time. */
export type AppErrorClass = new (detail?: string, options?: RefusalOptions) => AppError;

/** Status, code without the service, and the title that never varies. */
export type AppErrorRow = readonly [status: number, code: string, title: string];

/**
 * Declares the refusals of a service as a table, one class for each name:
 * `export const { HouseholdNotFound } = appErrors('registry', { HouseholdNotFound: [404, 'household_not_found', '…'] })`.
 * Where one is needed as a type, it is `InstanceType<typeof HouseholdNotFound>`.
 */
export function appErrors<const Table extends Readonly<Record<string, AppErrorRow>>>(
  prefix: string,
  table: Table,
): { readonly [Name in keyof Table]: AppErrorClass } {
  const classes = Object.entries(table).map(([name, [status, code, title]]) => {
    const Refusal = class extends appError(`${prefix}.${code}`, status, title) {};
    // The name stands in logs; a class in a table has none of its own.
    Object.defineProperty(Refusal, 'name', { value: name });
    return [name, Refusal];
  });
  return Object.fromEntries(classes) as { readonly [Name in keyof Table]: AppErrorClass };
}
