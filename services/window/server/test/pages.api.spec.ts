import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startWindow, type TestWindow } from './window.harness.ts';

const script = 'const window = "one window"; '.repeat(200);
let folder: string;
let window: TestWindow;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'janela-client-'));
  writeFileSync(join(folder, '..', 'outside-of-the-window.js'), 'secret');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<style nonce="style-nonce-of-this-answer"></style>');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'app-1234.js'), script);
  writeFileSync(join(folder, 'assets', 'app-1234.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets', 'app-1234.js.gz'), gzipSync(script));
  window = await startWindow({ JANELA_CLIENT_FOLDER: folder });
});
afterAll(async () => {
  await window.stop();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'outside-of-the-window.js'));
});

interface Sent {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Sends the path and the headers letter by letter, and unpacks nothing, as `fetch` would. */
function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(window.address);
    request({ hostname, port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const app = '/assets/app-1234.js';

describe('a file of the web app', () => {
  it('travels in the smallest way that a browser takes, and is the same when it is unpacked', async () => {
    const br = await send(app, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual(['br', script]);
    expect(br.body.length).toBeLessThan(script.length / 10);
    const gzip = await send(app, { 'accept-encoding': 'gzip;q=1.0, deflate' });
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', script]);
    expect((await send(app, { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
  });

  it('travels as it is to a browser that takes nothing else', async () => {
    for (const headers of [undefined, { 'accept-encoding': 'identity' }]) {
      const { headers: sent, body } = await send(app, headers);
      expect([sent['content-encoding'], body.toString()]).toEqual([undefined, script]);
    }
  });

  it('is kept by browsers for ever where its name changes with its content, and for an hour where not', async () => {
    const { headers } = await send(app, { 'accept-encoding': 'br' });
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/javascript; charset=utf-8',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    const icon = await send('/icon.svg');
    expect(icon.headers).toMatchObject({ 'cache-control': 'public, max-age=3600', 'content-type': 'image/svg+xml' });
  });

  it('is not sent again to a browser that still has it', async () => {
    const { headers } = await send('/icon.svg');
    const again = await send('/icon.svg', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('is described without its content when only its head is asked for', async () => {
    const { status, headers, body } = await send(app, {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(script.length), 0]);
  });

  it('that does not exist is not found, and nothing outside the folder of the web app is', async () => {
    const missing = await send('/assets/app-0000.js');
    expect([missing.status, JSON.parse(missing.body.toString())]).toMatchObject([404, { code: 'window.no_such_file' }]);
    for (const path of [
      '/../outside-of-the-window.js',
      '/assets/../../outside-of-the-window.js',
      '/%2e%2e/outside-of-the-window.js',
      '/assets/..%2f..%2foutside-of-the-window.js',
      String.raw`/assets/..\..\outside-of-the-window.js`,
      '//outside-of-the-window.js',
    ]) {
      const { status, body } = await send(path);
      expect([path, status, body.includes('no_such_file')]).toEqual([path, 404, true]);
    }
  });
});

describe('a page', () => {
  it('is the web app at every address, with a policy that takes the styles of this answer only', async () => {
    const policies = await Promise.all(
      ['/', '/households/1?tab=payments', '/report.pdf'].map(async (path) => {
        const { status, headers, body } = await send(path);
        const [, nonce] = /nonce="([\w-]{22})"/.exec(body.toString()) ?? [];
        const policy = String(headers['content-security-policy']);
        expect([status, headers['cache-control'], headers['content-type']]).toEqual([
          200,
          'no-store',
          'text/html; charset=utf-8',
        ]);
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
        expect(policy).toContain("script-src 'self';");
        return policy;
      }),
    );
    expect(new Set(policies).size).toBe(3);
  });

  it('is answered with a problem where the web app has not been built', async () => {
    const built = window;
    window = await startWindow({ JANELA_CLIENT_FOLDER: join(folder, 'nowhere') });
    try {
      const { status, body } = await send('/');
      expect([status, JSON.parse(body.toString())]).toMatchObject([503, { code: 'window.client_not_built' }]);
    } finally {
      await window.stop();
      window = built;
    }
  });
});
