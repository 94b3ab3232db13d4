import { jest } from '@jest/globals';
import type { PlainDate, RegisteredHousehold, RegisterHousehold } from '@janela/contracts';
import { Clock } from '@janela/platform';
import { type Answer, type Caller, type Harness, startHarness } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { RegistryConfig } from '../src/registry.config.ts';
import { RegistryModule } from '../src/registry.module.ts';
import { areas, identifierTypes, lunga, numberFormats } from './country.ts';

// A busy machine takes its time with forty requests.
jest.setTimeout(60_000);

export interface Registry extends Harness<'registry'> {
  caseworker: Caller<'registry'>;
  supervisor: Caller<'registry'>;
  administrator: Caller<'registry'>;
  /** The same duties in the neighbouring district. */
  neighbour: Caller<'registry'>;
  register: (input: RegisterHousehold, headers?: Record<string, string>) => Promise<Answer<RegisteredHousehold>>;
  /** The same, as if it were the day of this moment. */
  registerAt: (moment: string, input: RegisterHousehold) => Promise<Answer<RegisteredHousehold>>;
  /** The country's day. */
  today: () => PlainDate;
}

/** A registry with its areas and kinds of numbers, and the people who use it; `stop()` it afterwards. */
export async function startRegistry(environment: Readonly<Record<string, string>> = {}): Promise<Registry> {
  const harness = await startHarness(RegistryModule, {
    service: 'registry',
    config: RegistryConfig,
    migrations,
    environment,
  });
  const { as, clock, service } = harness;
  const [caseworker, supervisor, administrator, neighbour] = await Promise.all([
    as('caseworker'),
    as('supervisor'),
    as('administrator'),
    as({ roles: ['caseworker'], areas: [lunga], id: 'caseworker-lunga', name: 'Ruth Chilufya' }),
  ]);
  await administrator.post('/v1/areas', { areas });
  for (const [type, about] of Object.entries(identifierTypes))
    await administrator.put(`/v1/identifier-types/${type}`, about);
  await administrator.put('/v1/number-formats', numberFormats);
  return {
    ...harness,
    caseworker,
    supervisor,
    administrator,
    neighbour,
    register: (input, headers) => caseworker.post('/v1/households', input, headers),
    registerAt: (moment, input) => {
      clock.stopAt(moment);
      return caseworker.post('/v1/households', input).finally(clock.resume);
    },
    today: () => service.running.app.get(Clock, { strict: false }).today(),
  };
}
