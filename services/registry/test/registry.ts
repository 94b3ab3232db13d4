import { jest } from '@jest/globals';
import type { PlainDate, RegisteredHousehold, RegisterHousehold } from '@janela/contracts';
import { Clock } from '@janela/platform';
import { type Answer, type Caller, stopClock, TestService, type Who } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { RegistryConfig } from '../src/registry.config.ts';
import { RegistryModule } from '../src/registry.module.ts';
import { areas, identifierTypes, lunga, numberFormats } from './country.ts';

// A busy machine takes its time with forty requests.
jest.setTimeout(60_000);

export interface Registry extends Pick<TestService, 'database' | 'environment' | 'running' | 'issuer' | 'anonymous'> {
  service: TestService;
  as: (who: Who) => Promise<Caller>;
  caseworker: Caller;
  supervisor: Caller;
  administrator: Caller;
  /** The same duties in the neighbouring district. */
  neighbour: Caller;
  register: (input: RegisterHousehold, headers?: Record<string, string>) => Promise<Answer<RegisteredHousehold>>;
  /** The same, as if it were the day of this moment. */
  registerAt: (at: string, input: RegisterHousehold) => Promise<Answer<RegisteredHousehold>>;
  /** The country's day. */
  today: () => PlainDate;
  stop: () => Promise<void>;
}

/** A registry with its areas and kinds of numbers, and the people who use it. */
export async function startRegistry(environment: Readonly<Record<string, string>> = {}): Promise<Registry> {
  const service = await TestService.start({ module: RegistryModule, config: RegistryConfig, migrations, environment });
  const [caseworker, supervisor, administrator, neighbour] = await Promise.all([
    service.as('caseworker'),
    service.as('supervisor'),
    service.as('administrator'),
    service.as({ roles: ['caseworker'], areas: [lunga], id: 'caseworker-lunga', name: 'Ruth Chilufya' }),
  ]);
  await administrator.post('/v1/areas', { areas });
  for (const [type, about] of Object.entries(identifierTypes))
    await administrator.put(`/v1/identifier-types/${type}`, about);
  await administrator.put('/v1/number-formats', numberFormats);
  return {
    service,
    database: service.database,
    environment: service.environment,
    running: service.running,
    issuer: service.issuer,
    anonymous: service.anonymous,
    as: (who) => service.as(who),
    caseworker,
    supervisor,
    administrator,
    neighbour,
    register: (input, headers) => caseworker.post('/v1/households', input, headers),
    registerAt: (at, input) => {
      const goOn = stopClock(service, at);
      return caseworker.post<RegisteredHousehold>('/v1/households', input).finally(goOn);
    },
    today: () => service.running.app.get(Clock, { strict: false }).today(),
    stop: () => service.stop(),
  };
}

/** A change to the version that was seen. */
export const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });
