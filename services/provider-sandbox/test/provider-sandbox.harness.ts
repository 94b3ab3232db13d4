import { jest } from '@jest/globals';
import { type Harness, startHarness } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { ProviderSandboxConfig } from '../src/provider-sandbox.config.ts';
import { ProviderSandboxModule } from '../src/provider-sandbox.module.ts';

jest.setTimeout(60_000);

/** The whole service, on a database and a port of its own; `stop()` it afterwards. */
export function startSandbox(environment: Readonly<Record<string, string>> = {}): Promise<Harness<'provider-sandbox'>> {
  return startHarness(ProviderSandboxModule, {
    service: 'provider-sandbox',
    config: ProviderSandboxConfig,
    migrations,
    environment,
  });
}
