import { describe, expect, it } from '@jest/globals';

import { newKey, open, seal } from './sealing.ts';

const value = { note: 'Zulwa, Perpetua ‘née’ Ŵiza', answers: [1, null] };
const about = { personId: 'mutinta', name: 'draft case 1' };
const textOf = ({ data }: { data: ArrayBuffer }) => Buffer.from(data).toString('latin1');

describe('what is kept on the device', () => {
  it('is read again as it was written, by the same person and under the same name', async () => {
    const key = await newKey();
    expect(await open(key, about, await seal(key, about, value))).toEqual(value);
  });

  it('cannot be read on the device, and looks different each time', async () => {
    const key = await newKey();
    const [one, other] = [await seal(key, about, value), await seal(key, about, value)];
    expect(textOf(one)).not.toContain('Zulwa');
    expect(textOf(one)).not.toBe(textOf(other));
  });

  it('opens for no other person, under no other name, with no other key', async () => {
    const key = await newKey();
    const sealed = await seal(key, about, value);
    expect([
      await open(key, { ...about, personId: 'joseph' }, sealed),
      await open(key, { ...about, name: 'draft case 2' }, sealed),
      await open(await newKey(), about, sealed),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('is nothing once it was changed', async () => {
    const key = await newKey();
    const sealed = await seal(key, about, value);
    const bytes = new Uint8Array(sealed.data);
    bytes.set([(bytes[0] ?? 0) ^ 1]);
    expect(await open(key, about, sealed)).toBeUndefined();
  });

  it('is kept with a key that cannot be taken out of the browser', async () => {
    await expect(crypto.subtle.exportKey('raw', await newKey())).rejects.toThrow();
  });
});
