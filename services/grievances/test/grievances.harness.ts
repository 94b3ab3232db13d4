import { jest } from '@jest/globals';
import { AreaPublished, type Case, type FileCase, type PlainDate } from '@janela/contracts';
import { Database, type Tx } from '@janela/platform';
import { type Answer, type Caller, type Harness, ifMatch, startHarness } from '@janela/testing';

import { allowSensitive } from '../src/cases/case-access.ts';
import { migrations } from '../src/data-source.ts';
import { GrievancesConfig } from '../src/grievances.config.ts';
import { GrievancesModule } from '../src/grievances.module.ts';
import { system } from '../src/system.ts';
import { categories, complaint, lunga, samfya } from './complaints.ts';
import { publishingSubjects, type Subjects } from './subjects.ts';

// A busy machine takes its time with forty requests.
jest.setTimeout(60_000);

/** Grievances with the categories and areas of the country, and the people who use it. */
export interface Grievances extends Harness<'grievances'>, Subjects {
  caseworker: Caller<'grievances'>;
  supervisor: Caller<'grievances'>;
  officer: Caller<'grievances'>;
  sensitiveOfficer: Caller<'grievances'>;
  reviewer: Caller<'grievances'>;
  administrator: Caller<'grievances'>;
  /** A caseworker in the neighbouring district. */
  neighbour: Caller<'grievances'>;
  file: (about: Partial<FileCase>, headers?: Record<string, string>) => Promise<Answer<Case>>;
  act: (found: Pick<Case, 'id' | 'version'>, action: object, by?: Caller<'grievances'>) => Promise<Answer<Case>>;
  /** Runs work in a transaction of the service itself, to which sensitive cases are not shown. */
  asService: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Returns rows, sensitive ones too. */
  rows: <Row = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
}

/** Starts the whole service, on a database and a port of its own; `stop()` it afterwards. */
export async function startGrievances(environment: Readonly<Record<string, string>> = {}): Promise<Grievances> {
  const harness = await startHarness(GrievancesModule, {
    service: 'grievances',
    config: GrievancesConfig,
    migrations,
    environment,
  });
  const [caseworker, supervisor, officer, sensitiveOfficer, reviewer, administrator, neighbour] = await Promise.all([
    harness.as('caseworker'),
    harness.as('supervisor'),
    harness.as('grievance-officer'),
    harness.as('sensitive-officer'),
    harness.as('appeals-reviewer'),
    harness.as('administrator'),
    harness.as({ roles: ['caseworker'], areas: [lunga], id: 'caseworker-lunga', name: 'Ruth Chilufya' }),
  ]);
  for (const [code, name] of [
    [samfya, 'Samfya'],
    [lunga, 'Lunga'],
  ] as const)
    await harness.publish(AreaPublished, {
      code,
      level: 2,
      name,
      parent: 'ZM104',
      validFrom: '2023-06-29' as PlainDate,
    });
  await administrator.put('/v1/categories', { categories });
  const asService: Grievances['asService'] = (work) => harness.service.running.app.get(Database).write(system, work);
  return {
    ...harness,
    ...publishingSubjects(harness.publish),
    caseworker,
    supervisor,
    officer,
    sensitiveOfficer,
    reviewer,
    administrator,
    neighbour,
    file: (about, headers) => caseworker.untyped.post('/v1/cases', complaint(about), headers),
    act: (found, action, by = officer) => by.untyped.post(`/v1/cases/${found.id}/actions`, action, ifMatch(found)),
    asService,
    rows: (sql, values) => asService((tx) => allowSensitive(tx).then(() => tx.query(sql, values))),
  };
}
