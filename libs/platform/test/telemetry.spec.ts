import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase, ScriptProcess } from '@janela/testing';

import { exampleMigrations } from './example/example.module.ts';
import { Issuer } from './issuer.ts';

// Processes of their own compile what they run, which takes its time on a busy machine.
jest.setTimeout(60_000);

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: unknown }[];
}

/** As much of an OpenTelemetry collector as takes in spans and can be asked for them. */
class Collector {
  readonly spans: Span[] = [];
  text = '';
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      this.text += text;
      const { resourceSpans } = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      this.spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let database: FreshDatabase;
let issuer: Issuer;
beforeAll(async () => {
  [database, issuer] = await Promise.all([freshDatabase(exampleMigrations), Issuer.start()]);
});
afterAll(async () => {
  await database.drop();
  await issuer.stop();
});

/** Runs the service as it is run outside of tests, with tracing loaded before it, for as long as `work` takes. */
async function whileTraced(
  environment: Record<string, string>,
  work: (address: string) => Promise<void>,
): Promise<readonly string[]> {
  const env = {
    NODE_OPTIONS: '--import=@janela/platform/otel',
    JANELA_PORT: '0',
    JANELA_HOST: '127.0.0.1',
    JANELA_DATABASE_URL: database.url,
    JANELA_OIDC_ISSUER: issuer.url,
    ...environment,
  };
  const process = ScriptProcess.start(new URL('serve-example.ts', import.meta.url), { env });
  const listening = JSON.parse(await process.line(/"msg":"listening"/)) as { at: string };
  await work(listening.at);
  await process.stop();
  return process.output;
}

describe('a traced request', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const collector = new Collector();
  let output: readonly string[] = [];

  beforeAll(async () => {
    output = await whileTraced({ JANELA_OTLP_URL: await collector.start() }, async (address) => {
      const headers = {
        authorization: `Bearer ${await issuer.token()}`,
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      };
      await fetch(`${address}/v1/notes?limit=1`, { headers });
      await fetch(`${address}/v1/notes?name=Chanda`, { headers });
      await fetch(`${address}/v1/echo/Chanda`, { headers: { ...headers, 'user-agent': 'Chanda' } });
      await fetch(`${address}/v1/notes/misbehave/nul`, { method: 'POST', headers });
      await fetch(`${address}/health/ready`);
    });
  });
  afterAll(() => collector.stop());

  it('goes from the caller through the service to its statements as one trace', () => {
    const request = collector.spans.find(({ name }) => name === 'NotesController.list');
    expect(request).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7' });
    const statements = collector.spans.filter(
      ({ traceId: own, name }) => own === traceId && name.startsWith('pg.query'),
    );
    expect(statements.length).toBeGreaterThan(2);
    expect(statements.map(({ parentSpanId }) => parentSpanId)).toContain(request?.spanId);
  });

  it('has the trace id of its log line', () => {
    const lines = output
      .filter((line) => line.includes('"msg":"request"'))
      .map((line) => JSON.parse(line) as { traceId: string; route: string });
    expect(lines.filter(({ route }) => route === '/v1/notes').map((line) => line.traceId)).toEqual([traceId, traceId]);
  });

  it('says which route it was and how it ended, and names no one', () => {
    const attributes = collector.spans
      .find(({ name }) => name === 'EchoController.word')
      ?.attributes.map(({ key }) => key);
    expect(attributes).toEqual(
      expect.arrayContaining(['http.request.method', 'http.route', 'http.response.status_code']),
    );
    expect(collector.text).toContain('SELECT');
    expect(collector.text).not.toMatch(/Chanda|Amina|Bearer/);
    expect(output.join('\n')).not.toMatch(/Chanda/);
  });

  it('is not made of health checks and sweepers', () => {
    const names = collector.spans.map(({ name }) => name);
    expect(names).not.toContain('OperationsController.ready');
    expect(collector.spans.filter(({ parentSpanId }) => parentSpanId === undefined).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

describe('tracing without a collector', () => {
  it('sends nothing anywhere, and still gives every request its place in a trace', async () => {
    const output = await whileTraced({}, async (address) => {
      const answer = (await (await fetch(`${address}/v1/echo/trace`)).json()) as { traceparent: string };
      expect(answer.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    });
    expect(output.join('\n')).not.toMatch(/ECONNREFUSED|4318/);
  });
});
