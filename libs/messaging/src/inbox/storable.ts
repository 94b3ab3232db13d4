import { maxKeyLength } from './received-event.ts';

/** A key as it can be stored and compared. One that no aggregate of ours could have is cut. */
export const storableKey = (key: string | null): string | null =>
  key === null ? null : storable(key.length > maxKeyLength ? `${key.slice(0, maxKeyLength)}…` : key);

/** Postgres has no place for a NUL in a text. */
export const storable = (text: string) => text.replaceAll('\0', '\uFFFD');
