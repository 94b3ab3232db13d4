import { readFileSync } from 'node:fs';

import { jest } from '@jest/globals';
import type { PublishArea, PublishIdentifierType, RegisteredHousehold, RegisterHousehold } from '@janela/contracts';
import { type Answer, type Caller, TestService, type Who } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { RegistryConfig } from '../src/registry.config.ts';
import { RegistryModule } from '../src/registry.module.ts';

// A busy machine takes its time with forty requests.
jest.setTimeout(60_000);

export const samfya = 'ZM104011';
export const lunga = 'ZM104005';

const existed = { validFrom: '2023-06-29' } as const;

/** A few areas, one of which is no more. */
export const areas: PublishArea[] = [
  { code: 'ZM', name: 'Zambia', ...existed },
  { code: 'ZM104', name: 'Luapula', ...existed },
  { code: samfya, name: 'Samfya', ...existed },
  { code: lunga, name: 'Lunga', ...existed },
  { code: 'ZM104011W01', name: 'Kapata', ...existed },
  { code: 'ZM104012', name: 'Old Samfya', ...existed, validTo: '2024-12-31' },
];

/** As the country's data say it. */
export const identifierTypes: Record<string, PublishIdentifierType> = Object.fromEntries(
  countryFile<{ identifierTypes: ({ type: string } & PublishIdentifierType)[] }>('country.json').identifierTypes.map(
    ({ type, name, pattern, example, unique }) => [type, { name, pattern, example, unique }],
  ),
);

export function countryPath(path: string): URL {
  return new URL(`../../../countries/zambia/${path}`, import.meta.url);
}

export function countryFile<T>(path: string): T {
  return JSON.parse(readFileSync(countryPath(path), 'utf8')) as T;
}

export interface Registry extends Pick<TestService, 'database' | 'environment' | 'running' | 'issuer' | 'nobody'> {
  service: TestService;
  as: (who: Who) => Promise<Caller>;
  caseworker: Caller;
  supervisor: Caller;
  administrator: Caller;
  /** The same duties in the neighbouring district. */
  neighbour: Caller;
  register: (input: RegisterHousehold, headers?: Record<string, string>) => Promise<Answer<RegisteredHousehold>>;
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
  return {
    service,
    ...{
      database: service.database,
      environment: service.environment,
      running: service.running,
      issuer: service.issuer,
    },
    ...{ nobody: service.nobody, as: (who) => service.as(who), caseworker, supervisor, administrator, neighbour },
    register: (input, headers) => caseworker.post('/v1/households', input, headers),
    stop: () => service.stop(),
  };
}

/** A change to the version that was seen. */
export const seen = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });
