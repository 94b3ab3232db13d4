import { describeRoutes } from '@janela/platform';

import type { UntypedCaller } from './caller.ts';
import type { AnyTestService } from './test-service.ts';

/** A request that shows a person's record, and what the trail must name afterwards. */
export interface Reading {
  by: Pick<UntypedCaller, 'send'>;
  path: string;
  /** Stands in the answer, so that something is shown. */
  shows: string;
  /** Stands in the line that the request leaves in the trail. */
  names: string;
}

/** For every route that reads, as `GET /v1/payments/:id`: how it shows a person's record, or in a sentence why it shows none. */
export type ReadingTable = Readonly<Record<string, Reading | string>>;

const operations = /^GET \/(health|metrics|docs|openapi|v1\/(consumed|parked-events))/;

/**
 * Reads by every route, and says in sentences which one leaves no trace of whose record it has shown; also which the table forgets
 * or invents. An empty list is what one wants.
 */
export async function readingProblems(service: AnyTestService, table: ReadingTable): Promise<string[]> {
  const names = describeRoutes(service.running.app)
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => name.startsWith('GET ') && !operations.test(name));
  const forgotten = names.filter((name) => !(name in table)).map((name) => `${name} is not in the table`);
  const invented = Object.keys(table).filter((name) => !names.includes(name));
  const problems = [...forgotten, ...invented.map((name) => `${name} is in the table, but there is no such route`)];
  for (const [name, reading] of Object.entries(table))
    if (typeof reading !== 'string') problems.push(...(await problemsOf(service, name, reading)));
  return problems;
}

async function problemsOf(
  service: AnyTestService,
  name: string,
  { by, path, shows, names }: Reading,
): Promise<string[]> {
  const before = await trailOf(service);
  const { status, text } = await by.send('GET', path);
  if (status !== 200 || !text.includes(shows)) return [`${name} answers ${status} and does not show ${shows}`];
  const added = (await trailOf(service)).slice(before.length);
  return JSON.stringify(added).includes(names) ? [] : [`${name} leaves no trace of ${names}`];
}

function trailOf({ database }: AnyTestService): Promise<unknown[]> {
  return database.dataSource.query<unknown[]>('SELECT actor, action, subject, details FROM audit_entries ORDER BY id');
}
