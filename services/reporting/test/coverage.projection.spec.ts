import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, interleaved, randomOf } from '@janela/testing';
import fc from 'fast-check';
import { DataSource } from 'typeorm';

import { coverage } from '../src/coverage/coverage.ts';
import { migrations } from '../src/data-source.ts';
import { coveredPeople } from '../src/figures/covered-people.sql.ts';
import { contentOf, handlerOf, inReadModel, receivedFrom } from './coverage-tables.ts';
import { type Reporting, startReporting } from './reporting.harness.ts';
import { getSdg, numerators } from './sdg-figures.ts';
import { smallCountry } from './small-country.ts';
import type { EventOnDay } from './event-on-day.ts';

const keyOf = ({ event, data }: EventOnDay) => `${event.topic} ${event.keyOf(data)}`;

let reporting: Reporting;
beforeAll(async () => {
  reporting = await startReporting();
  await reporting.publishAll(smallCountry);
});
afterAll(() => reporting.stop());

describe('the read model', () => {
  it('is the same when topics overtake each other and everything is delivered twice', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    process.stdout.write(`topics overtake each other: seed ${seed}\n`);
    const late = await startReporting();
    try {
      const order = interleaved(smallCountry, keyOf, randomOf(seed));
      await late.publishAll(order);
      await late.publishAll(order);
      const [figures, expected] = await Promise.all(
        [late, reporting].map(async (service) =>
          numerators(await getSdg(await service.as('statistician'), 'areaCode=ZM&asOf=2026-10-31')),
        ),
      );
      expect(figures).toEqual(expected);
      expect(await contentOf(late.db)).toEqual(await contentOf(reporting.db));
    } finally {
      await late.stop();
    }
  });

  it('is the same whatever the order and the repetition in which its handlers get the events', async () => {
    const expected = await contentOf(reporting.db);
    const everyEventAndMore = fc
      .tuple(
        fc.shuffledSubarray([...smallCountry], { minLength: smallCountry.length }),
        fc.array(fc.constantFrom(...smallCountry), { maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
      )
      .chain(([all, again, slice]) =>
        fc.tuple(fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }), fc.constant(slice)),
      );
    await fc.assert(
      fc.asyncProperty(everyEventAndMore, async ([events, slice]) => {
        const { dataSource, drop } = await freshDatabase(migrations);
        try {
          for (let from = 0; from < events.length; from += slice)
            await apply(events.slice(from, from + slice), dataSource);
          expect(await contentOf(dataSource)).toEqual(expected);
        } finally {
          await drop();
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('is built again beside the first one where that has been used, in which no one counts any more', async () => {
    const { dataSource, migratorUrl, drop } = await freshDatabase(migrations.slice(0, -1));
    const migrator = new DataSource({
      type: 'postgres',
      url: migratorUrl,
      migrations,
      migrationsTransactionMode: 'each',
    });
    try {
      const versions = () => dataSource.query(`SELECT version, state FROM projections ORDER BY version`);
      const asBefore = [{ version: 1, state: 'active' }];
      expect(await versions()).toEqual(asBefore);
      await inReadModel(dataSource, 1, (tx) =>
        tx.query(
          `INSERT INTO areas (code, version, level, name, valid_from) VALUES ('ZM', 1, 0, 'Zambia', '2023-06-29')`,
        ),
      );
      await migrator.initialize();
      await migrator.runMigrations();
      expect(await versions()).toEqual([...asBefore, { version: 2, state: 'building' }]);
      const binds = ['ZM', '2026-10-31', 65, 18, 15, 10];
      expect(await inReadModel(dataSource, 1, (tx) => tx.query(coveredPeople, binds))).toEqual([]);
      await migrator.undoLastMigration();
      expect(await versions()).toEqual(asBefore);
    } finally {
      if (migrator.isInitialized) await migrator.destroy();
      await drop();
    }
  });
});

type Database = Parameters<typeof inReadModel>[0];

/** Applies a slice by its handlers, all events of one kind at once, as the consumer does. */
async function apply(events: readonly EventOnDay[], database: Database): Promise<void> {
  await inReadModel(database, coverage.version, async (tx) => {
    for (const [, same] of Map.groupBy(events, ({ event }) => event.topic)) {
      for (const [, ofType] of Map.groupBy(same, ({ event }) =>
        event.topic === 'registry.person' ? event.type : '',
      )) {
        const [first] = ofType;
        if (first) await handlerOf(reporting.service, first.event)(ofType.map(receivedFrom), tx);
      }
    }
  });
}
