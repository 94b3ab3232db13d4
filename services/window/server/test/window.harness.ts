import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { readConfig, type RunningService, startService } from '@janela/platform';
import { testServers } from '@janela/testing';

import { WindowConfig } from '../src/window.config.ts';
import { WindowModule } from '../src/window.module.ts';

export const publicUrl = 'http://window.test';

/** What reached the service behind the gateway. */
export interface Arrived {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** The window, with something behind it that says what reached it. */
export interface TestWindow {
  running: RunningService;
  address: string;
  arrived: Arrived[];
  stop(): Promise<void>;
}

/** Starts a window whose registry is a listener of this spec, and whose payments are away and whose reporting never answers. */
export async function startWindow(variables: Record<string, string> = {}): Promise<TestWindow> {
  const arrived: Arrived[] = [];
  const registry = await listen(arrived);
  const silent = await listen();
  const { port } = registry.address() as AddressInfo;
  const config = readConfig(WindowConfig, {
    JANELA_MODE: 'development',
    JANELA_PORT: '0',
    JANELA_HOST: '127.0.0.1',
    JANELA_LOG_LEVEL: 'silent',
    JANELA_PUBLIC_URL: publicUrl,
    JANELA_REDIS_URL: testServers().redisUrl,
    JANELA_REGISTRY_URL: `http://127.0.0.1:${port}`,
    JANELA_PAYMENTS_URL: 'http://127.0.0.1:9',
    JANELA_REPORTING_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    JANELA_ANSWER_SECONDS: '1',
    JANELA_OIDC_ISSUER: 'http://127.0.0.1:9',
    ...variables,
  });
  const running: RunningService = await startService(WindowModule, config);
  return {
    running,
    address: running.address,
    arrived,
    async stop() {
      await running.close();
      for (const server of [registry, silent]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** Starts a server that answers everything and notes it; without a list to note it in, it takes requests and does not answer. */
async function listen(arrived?: Arrived[]): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (!arrived) return;
      const { method = '', url = '', headers } = request;
      arrived.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(201, { 'content-type': 'application/json', etag: '"1"' }).end('{"id":"x"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
