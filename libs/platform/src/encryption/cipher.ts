import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { invariant } from '@janela/kernel';

import { deriveKey, type KeyRing } from './keys.ts';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** A text that was not encrypted by these keys for this purpose and context, or was changed since. */
export class UndecipherableText extends Error {
  override readonly name = 'UndecipherableText';
}

/**
 * Encrypts columns: AES-256-GCM under a key derived for the purpose (`registry.identifier`), bound to a context (the row's id)
 * so that a value moved to another row does not open. A sealed text is `<key id>:<base64url>`.
 */
export class Cipher {
  readonly #ring: KeyRing;
  readonly #derived = new Map<string, Buffer>();

  /** With no key it can be made, by a service that encrypts nothing, but not used. */
  constructor(ring: KeyRing = []) {
    this.#ring = ring;
  }

  /** Two seals of one text differ; without the key they cannot be recognised as the same. */
  seal(purpose: string, text: string, context = ''): string {
    const [current] = this.#ring;
    invariant(current, 'something is encrypted, but JANELA_ENCRYPTION_KEY is not configured');
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.#keyFor(current, purpose), nonce, { authTagLength: tagLength });
    cipher.setAAD(Buffer.from(context));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${current.id}:${sealed.toString('base64url')}`;
  }

  /** The text that was sealed. Throws `UndecipherableText`. */
  open(purpose: string, sealed: string, context = ''): string {
    const separator = sealed.indexOf(':');
    const key = this.#ring.find(({ id }) => id === sealed.slice(0, separator));
    if (!key) throw new UndecipherableText('sealed with a key that is not known here');
    const encoded = sealed.slice(separator + 1);
    const bytes = Buffer.from(encoded, 'base64url');
    // Node passes over letters that are not base64; a text with such letters is not one that was sealed here.
    if (bytes.toString('base64url') !== encoded || bytes.length < nonceLength + tagLength) {
      throw new UndecipherableText('not a sealed text');
    }
    try {
      const nonce = bytes.subarray(0, nonceLength);
      const decipher = createDecipheriv(algorithm, this.#keyFor(key, purpose), nonce, { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(-tagLength));
      return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]).toString(
        'utf8',
      );
    } catch {
      throw new UndecipherableText('changed, or sealed for something else');
    }
  }

  /** Returns whether the text was sealed with a key that no longer encrypts, and should be sealed again. */
  isOutdated(sealed: string): boolean {
    return !sealed.startsWith(`${this.#ring[0]?.id}:`);
  }

  #keyFor({ id, key }: KeyRing[number], purpose: string): Buffer {
    const name = `${id}:${purpose}`;
    const derived = this.#derived.get(name) ?? deriveKey(key, purpose);
    this.#derived.set(name, derived);
    return derived;
  }
}
