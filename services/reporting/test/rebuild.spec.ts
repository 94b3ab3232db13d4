import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type Type } from '@nestjs/common';
import { createProjection, dropProjection, Projection, removeProjection } from '@janela/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { Clock } from '@janela/platform';

import { coverage, ignores } from '../src/coverage/coverage.ts';
import { coverageTables } from '../src/coverage/tables.ts';
import { migrations } from '../src/data-source.ts';
import { ReportingModule } from '../src/reporting.module.ts';
import { consumers, contentOf } from './coverage-tables.ts';
import { recordFrom, type Reporting, startReporting } from './reporting.harness.ts';
import { getSdg } from './sdg-figures.ts';
import { smallCountry } from './small-country.ts';

const second = { name: 'coverage', version: coverage.version + 1 };

class RebuildCoverage20991231000000 implements MigrationInterface {
  readonly name = 'RebuildCoverage20991231000000';
  up = (runner: QueryRunner) => createProjection(runner, second, coverageTables);
  down = (runner: QueryRunner) => removeProjection(runner, second);
}

/** The same handlers once more, for the tables of the second version. */
function rebuilding(consumer: Type): Type {
  const again = class extends consumer {};
  Projection(second.name, { version: second.version, ignores })(again);
  Reflect.defineMetadata('design:paramtypes', Reflect.getMetadata('design:paramtypes', consumer), again);
  return again;
}

@Module({ imports: [ReportingModule], providers: [Clock, ...consumers.map(rebuilding)] })
class RebuildingModule {}

let reporting: Reporting;
beforeAll(async () => {
  reporting = await startReporting({
    module: RebuildingModule,
    migrations: [...migrations, RebuildCoverage20991231000000],
  });
});
afterAll(() => reporting.stop());

const consumerOf = (version: number) => {
  const found = reporting.service.messaging
    .list()
    .find(({ plan }) => plan.consumer === `reporting.coverage.v${version}`);
  if (!found) throw new Error(`there is no consumer of version ${version}`);
  return found;
};

describe('a read model that is built again', () => {
  it('comes to the same rows and figures, and takes the place of the old one', async () => {
    const { db } = reporting;
    const log = smallCountry.map(recordFrom);
    for (const record of log) await consumerOf(coverage.version).accept([record]);
    await reporting.loadDenominators();
    const statistician = await reporting.as('statistician');
    const ask = () => getSdg(statistician, 'areaCode=ZM&asOf=2026-10-31');
    const before = await ask();

    // Half built, it is not read yet.
    const half = Math.floor(log.length / 2);
    for (const record of log.slice(0, half)) await consumerOf(second.version).accept([record]);
    expect(await ask()).toEqual(before);
    for (const record of log.slice(half)) await consumerOf(second.version).accept([record]);
    expect(await contentOf(db, second.version)).toEqual(await contentOf(db));

    await db.transaction(async (tx) => {
      await tx.query(
        `UPDATE projections SET state = 'retired', retired_at = now() WHERE version = ${coverage.version}`,
      );
      await tx.query(`UPDATE projections SET state = 'active', activated_at = now() WHERE version = ${second.version}`);
    });
    await db.transaction((tx) => dropProjection(tx, coverage));
    const after = await ask();
    expect(after.items[0]?.query).toMatch(new RegExp(`^/\\* in coverage_v${second.version}: `));
    const withoutQuery = ({ items, ...table }: typeof after) => ({
      ...table,
      items: items.map(({ query: _, ...row }) => row),
    });
    expect(withoutQuery(after)).toEqual(withoutQuery(before));
  });
});
