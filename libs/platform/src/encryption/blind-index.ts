import { createHmac } from 'node:crypto';

import { invariant } from '@janela/kernel';

import { deriveKey } from './keys.ts';

/** Finds an encrypted value without decrypting: equal values give equal marks, and a mark is of no use without the key. */
export class BlindIndex {
  readonly #key: Buffer | undefined;
  readonly #derived = new Map<string, Buffer>();

  /** With no key it can be made, by a service that indexes nothing, but not used. */
  constructor(key?: Buffer) {
    this.#key = key;
  }

  /**
   * The mark of a value for a purpose (`registry.identifier.ZM-NRC`), 43 characters. Case, spaces and punctuation do not count:
   * `123456/78/1` and `123456 78 1` are one number.
   */
  mark(purpose: string, value: string): string {
    invariant(this.#key, 'something is indexed, but JANELA_INDEX_KEY is not configured');
    const key = this.#derived.get(purpose) ?? deriveKey(this.#key, `index:${purpose}`);
    this.#derived.set(purpose, key);
    return createHmac('sha256', key).update(normaliseIdentifier(value)).digest('base64url');
  }
}

/** An identifier as it is compared: compatibility characters resolved, upper case, letters and digits only. */
export function normaliseIdentifier(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Returns a value as it is shown: its last characters (three by default), never more than a third, and dots before them. */
export function mask(value: string, visible = 3): string {
  const ending = endingOf(value, visible);
  return ending === '' ? '•••' : `••• ${ending}`;
}

/** Returns the last characters of a value, `visible` at most and never more than a third; empty where that is none. */
export function endingOf(value: string, visible: number): string {
  return value.slice(value.length - Math.min(visible, Math.floor(value.length / 3)));
}
