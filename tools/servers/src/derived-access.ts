import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as contracts from '@janela/contracts';

import type { Access, AccessList } from './access.ts';
import { declaredTopics } from './topics.ts';

const services = fileURLToPath(new URL('../../../services', import.meta.url));

/** The access list as contracts and the services' own sources have it: who publishes what, who handles what. */
export function derivedAccess(): AccessList {
  const found = readdirSync(services, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const entries = found.map(({ name }) => [name, accessOf(name)] as const);
  return Object.fromEntries(
    entries
      .filter(([, { produces, consumes }]) => produces.length + consumes.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function accessOf(service: string): Access {
  const source = sourcesOf(join(services, service, 'src'));
  const branches = new Map(
    [...source.matchAll(/branches\s*[:=]\s*\{([^}]*)\}/g)].flatMap(([, text = '']) =>
      [...text.matchAll(/'([^']+)':\s*'([^']+)'/g)].map(([, topic = '', branch = '']) => [topic, branch] as const),
    ),
  );
  const handled = [...source.matchAll(/@OnEvent(?:Batch)?\(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names.split(',').flatMap((name) => eventNamed(name.trim()) ?? []),
  );
  const consumes = handled.map(({ topic, branched }) => (branched ? `${topic}.${branches.get(topic)}` : topic));
  const produces = declaredTopics()
    .map(({ name }) => name)
    .filter((topic) =>
      contracts.catalogue.some((event) => event.mayArriveOn(topic) && event.writerOn(topic) === service),
    );
  const groups = handled.length === 0 ? [] : [service, ...(source.includes('@Projection(') ? [`${service}.*`] : [])];
  return { produces: sorted(produces), consumes: sorted(consumes), groups };
}

function sourcesOf(folder: string): string {
  if (!readdirSync(join(folder, '..')).includes('src')) return '';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.spec)\.ts$/.test(name),
  );
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

function eventNamed(name: string): contracts.AnyEvent | undefined {
  return contracts.catalogue.find((event) => event === (contracts as Record<string, unknown>)[name]);
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort();
