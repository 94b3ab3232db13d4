import { stringify } from 'csv-stringify/sync';

/** A line of a CSV file, quoted where it must be, with its line feed. */
export const csvLine = (values: readonly string[]): string => stringify([[...values]]);
