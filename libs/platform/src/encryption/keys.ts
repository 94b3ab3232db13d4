import { hkdfSync } from 'node:crypto';

import { z } from 'zod';

/** Keys by id, in the order given; the first one encrypts, all decrypt. */
export type KeyRing = readonly { id: string; key: Buffer }[];

const keyLength = 32;

/** `id:base64,id:base64`, each key of 32 bytes. */
export function keyRing() {
  return z.string().transform((text, context): KeyRing => {
    const ring = text.split(',').map((part) => {
      const [, id = '', encoded = ''] = /^([a-z0-9]{1,16}):(.+)$/.exec(part) ?? [];
      return { id, key: Buffer.from(encoded, 'base64') };
    });
    const ids = new Set(ring.map(({ id }) => id));
    if (ring.some(({ id, key }) => id === '' || key.length !== keyLength)) {
      context.addIssue({
        code: 'custom',
        message: `must be id:base64 of ${keyLength} bytes, several separated by commas`,
      });
    } else if (ids.size < ring.length) {
      context.addIssue({ code: 'custom', message: 'must not use a key id twice' });
    }
    return ring;
  });
}

/** One key of 32 bytes in base64. */
export function singleKey() {
  return z.string().transform((text, context) => {
    const key = Buffer.from(text, 'base64');
    if (key.length !== keyLength) context.addIssue({ code: 'custom', message: `must be base64 of ${keyLength} bytes` });
    return key;
  });
}

/** A key of its own for each purpose, so that what was encrypted or indexed for one is nothing to another. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `janela:${purpose}`, keyLength));
}
