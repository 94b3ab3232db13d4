import { FormatUnknown } from '../reporting.errors.ts';

/** The media type of each format. */
export const types = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof types;

/** What figures can be had as, the preferred one first. */
export const mediaTypes = Object.values(types);

const isFormat = (name: string): name is Format => Object.hasOwn(types, name);

/** Returns the format that was named, or else the one that was accepted. Throws `FormatUnknown`. */
export function formatOf(named: string | undefined, accepted: string): Format {
  const name = named ?? Object.keys(types).find((each) => isFormat(each) && types[each] === accepted) ?? 'json';
  if (!isFormat(name)) throw new FormatUnknown(`"${name}" is none of ${Object.keys(types).join(', ')}`);
  return name;
}
