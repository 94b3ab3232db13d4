import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HealthChecks, Metrics } from '@janela/platform';
import { freshDatabase, type FreshDatabase, ScriptProcess } from '@janela/testing';

import { exampleMigrations } from './example/example.module.ts';
import { Issuer } from './issuer.ts';
import { Example } from './start-example.ts';

// Processes of their own compile what they run, which takes its time on a busy machine.
jest.setTimeout(60_000);

describe('with a token for operations', () => {
  const token = 'a-token-of-thirty-two-or-more-characters';
  let guarded: Example;
  beforeAll(async () => {
    guarded = await Example.start({ JANELA_OPERATIONS_TOKEN: token });
  });
  afterAll(() => guarded.stop());

  it.each(['/metrics', '/openapi.json', '/docs', '/docs/swagger-ui-init.js', '/docs/swagger-ui.css'])(
    'shows %s to callers with the token only, whatever their role',
    async (path) => {
      const ask = async (authorization?: string) =>
        (await fetch(`${guarded.service.address}${path}`, authorization ? { headers: { authorization } } : {})).status;
      const supervisor = await guarded.issuer.token({});
      expect(
        await Promise.all([ask(), ask(`Bearer ${supervisor}`), ask(`Bearer ${token}x`), ask(`Basic ${token}`)]),
      ).toEqual(Array(4).fill(401));
      expect(await ask(`Bearer ${token}`)).toBe(200);
    },
  );

  it('says to everyone how it is', async () => {
    for (const path of ['/health/live', '/health/ready']) expect((await guarded.fetch(path)).status).toBe(200);
  });
});

describe('a service that is up', () => {
  let example: Example;
  beforeAll(async () => {
    example = await Example.start();
  });
  afterAll(() => example.stop());

  const page = async (path: string) => {
    const response = await fetch(`${example.service.address}${path}`);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  it('says that it lives and is ready', async () => {
    expect(await example.fetch('/health/live')).toMatchObject({ status: 200, body: { status: 'ok', checks: {} } });
    expect(await example.fetch('/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ok', checks: { database: 'ok' } },
    });
  });

  it('is not ready while something it depends on fails, and dead only when that is why', async () => {
    const health = example.service.app.get(HealthChecks, { strict: false });
    let broken = true;
    const check = () => (broken ? Promise.reject(new Error('away')) : Promise.resolve());
    health.add('kafka', check);
    health.add('stalled', check, 'live');
    expect(await example.fetch('/health/ready')).toMatchObject({
      status: 503,
      body: { checks: { database: 'ok', kafka: 'failing' } },
    });
    expect(await example.fetch('/health/live')).toMatchObject({
      status: 503,
      body: { checks: { stalled: 'failing' } },
    });
    broken = false;
    expect((await example.fetch('/health/ready')).status).toBe(200);
    expect(() => health.add('kafka', check)).toThrow('there is a health check "kafka" already');
  });

  it('counts its requests by route and never by address', async () => {
    await example.fetch('/v1/echo/chanda-mwape');
    await example.fetch('/chanda-mwape');
    const { text, type } = await page('/metrics');
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain('janela_http_request_seconds_count{method="GET",route="/v1/echo/:word",status="200"} 1');
    expect(text).toContain('janela_http_request_seconds_count{method="GET",route="none",status="404"} 1');
    expect(text).toMatch(/janela_database_connections\{state="idle"\} \d/);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('chanda');
    expect(example.service.app.get(Metrics, { strict: false }).registry.getMetricsAsArray().length).toBeGreaterThan(10);
  });

  it('shows its interface as a document and as a page that needs nothing from elsewhere', async () => {
    const { text } = await page('/docs');
    expect(text).toContain('<title>example · Janela</title>');
    const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source);
    expect(sources).toContain('./docs/swagger-ui-bundle.js');
    for (const source of sources) {
      expect(source).toMatch(/^\.\/docs\//);
      expect((await page(`/${source}`)).status).toBe(200);
    }
    expect((await page('/docs/package.json')).status).toBe(404);
    expect((await page('/docs/..%2fpackage.json')).status).toBe(404);
    expect((await page('/docs/..%2fbabel%2flib%2findex.js')).status).toBe(404);
  });

  it('describes bodies, queries and refusals in its document', async () => {
    const { body } = await example.fetch('/openapi.json');
    expect(body).toMatchObject({
      paths: {
        '/v1/notes': {
          get: { parameters: expect.arrayContaining([expect.objectContaining({ name: 'limit', in: 'query' })]) },
          post: {
            requestBody: {
              content: {
                'application/json': { schema: { required: ['areaCode', 'title'], additionalProperties: false } },
              },
            },
            parameters: [
              expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }),
              expect.objectContaining({ name: 'Idempotency-Ask', in: 'header' }),
            ],
            responses: { default: { $ref: '#/components/responses/Problem' } },
          },
        },
        '/v1/notes/{id}': {
          patch: { parameters: expect.arrayContaining([expect.objectContaining({ name: 'If-Match', in: 'header' })]) },
        },
        '/v1/echo/files': { post: { requestBody: { content: { 'text/csv': { schema: { format: 'binary' } } } } } },
      },
      'x-problem-codes': expect.arrayContaining([
        { code: 'example.note_not_found', status: 404, title: 'There is no such note' },
      ]),
    });
    expect(Object.keys(body.paths as object)).not.toContain('/metrics');
  });
});

describe('the process of a service', () => {
  const script = new URL('serve-example.ts', import.meta.url);
  let database: FreshDatabase;
  let issuer: Issuer;
  beforeAll(async () => {
    [database, issuer] = await Promise.all([freshDatabase(exampleMigrations), Issuer.start()]);
  });
  afterAll(async () => {
    await database.drop();
    await issuer.stop();
  });

  const environment = () => ({
    JANELA_MODE: 'development',
    JANELA_PORT: '0',
    JANELA_HOST: '127.0.0.1',
    JANELA_DATABASE_URL: database.url,
    JANELA_OIDC_ISSUER: issuer.url,
  });

  const addressOf = async (process: ScriptProcess) => {
    const line = await process.line(/"msg":"listening"/);
    return String((JSON.parse(line) as { at: string }).at);
  };

  it('ends with 1 and a list of everything that is wrong with its environment', async () => {
    const process = ScriptProcess.start(script, {
      env: { JANELA_MODE: 'development', JANELA_PORT: '99999', JANELA_MOOD: 'good' },
    });
    expect(await process.ended).toEqual({ code: 1, signal: null });
    expect(process.output).toEqual([
      'The configuration is not right:',
      '  - JANELA_MOOD is not a variable of this service',
      '  - JANELA_PORT: must be 65535 or less (Port to listen on; 0 takes a free one)',
    ]);
  });

  it('ends with 1 when its database is not there', async () => {
    const env = { ...environment(), JANELA_DATABASE_URL: 'postgres://unknown@127.0.0.1:1/nothing' };
    const process = ScriptProcess.start(script, { env });
    expect(await process.ended).toEqual({ code: 1, signal: null });
    expect(process.output.join('\n')).toMatch(/ECONNREFUSED/);
  });

  it('finishes the present request when it is asked to stop, then ends with 0', async () => {
    const process = ScriptProcess.start(script, { env: environment() });
    const address = await addressOf(process);
    const headers = { authorization: `Bearer ${await issuer.token()}` };
    const slow = fetch(`${address}/v1/notes/misbehave/nap`, { method: 'POST', headers });
    await process.line(/"msg":"napping"/);
    const stopped = process.stop();
    expect((await slow).status).toBe(200);
    await stopped;
    expect(await process.ended).toEqual({ code: 0, signal: null });
  });

  it('ends with 1 on an error that was not caught, and says where without saying whom', async () => {
    const process = ScriptProcess.start(script, { env: environment() });
    const headers = { authorization: `Bearer ${await issuer.token()}` };
    await fetch(`${await addressOf(process)}/v1/notes/misbehave/crash`, { method: 'POST', headers }).catch(
      () => undefined,
    );
    expect(await process.ended).toEqual({ code: 1, signal: null });
    const last = process.output.find((line) => line.includes('"level":"fatal"'));
    expect(last).toMatch(/"msg":"uncaught"/);
    expect(last).toMatch(/notes\.service/);
    expect(process.output.join()).not.toContain('260971234567');
  });

  it('is not ready, but still answers, while it waits for others to notice that it stops', async () => {
    const process = ScriptProcess.start(script, { env: { ...environment(), JANELA_DRAIN_MS: '1500' } });
    const address = await addressOf(process);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    const stopped = process.stop();
    await process.line(/"msg":"stopping"/);
    expect((await fetch(`${address}/health/ready`)).status).toBe(503);
    expect((await fetch(`${address}/v1/echo/trace`)).status).toBe(200);
    await stopped;
    expect(await process.ended).toEqual({ code: 0, signal: null });
    await expect(connectTo(address)).rejects.toThrow(/ECONNREFUSED/);
  });
});

function connectTo(address: string): Promise<void> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    connect(Number(port), hostname).once('connect', resolve).once('error', reject);
  });
}
