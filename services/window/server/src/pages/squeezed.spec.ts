import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { encodingOf, Squeezed } from './squeezed.ts';

const script = Buffer.from('const window = "one window"; '.repeat(200));

describe('the files of the web app', () => {
  it('travel in the smallest way that a browser takes', () => {
    expect(encodingOf('gzip, deflate, br, zstd')).toBe('br');
    expect(encodingOf('gzip;q=1.0, deflate')).toBe('gzip');
    expect(encodingOf('br;q=0, gzip')).toBe('gzip');
    expect(encodingOf('identity')).toBeUndefined();
  });

  it('are the same when they are unpacked, the second time too', async () => {
    const squeezed = new Squeezed();
    const first = await squeezed.of('/assets/a.js', script, 'br');
    const second = await squeezed.of('/assets/a.js', script, 'br');
    const old = await squeezed.of('/assets/a.js', script, 'gzip');
    expect([first, second].map(({ body }) => brotliDecompressSync(body))).toEqual([script, script]);
    expect(gunzipSync(old.body)).toEqual(script);
    expect(first.body.length).toBeLessThan(script.length / 10);
  });

  it('travel as they are to whoever takes nothing else', async () => {
    expect(await new Squeezed().of('/assets/a.js', script)).toEqual({ body: script });
  });
});
