import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appErrors, lockCurrent, SnakeNamingStrategy, StaleVersion, type Tx } from '@janela/platform';
import { type FreshDatabase, freshDatabase } from '@janela/testing';
import { Column, DataSource, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';

@Entity('boxes')
class BoxEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  keptBy!: string;

  @Column({ type: 'text', name: 'written_on_it' })
  label!: string;
}

class CreateBoxes20261120090000 implements MigrationInterface {
  readonly name = 'CreateBoxes20261120090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE boxes (id uuid PRIMARY KEY, version int NOT NULL, kept_by text NOT NULL, written_on_it text NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE boxes');
  }
}

const { BoxNotFound, NotYours } = appErrors('lock-current-spec', {
  BoxNotFound: [404, 'box_not_found', 'There is no such box'],
  NotYours: [403, 'not_yours', 'Another person keeps it'],
});

describe('a row that is to be changed', () => {
  let fresh: FreshDatabase;
  let database: DataSource;
  let id: string;
  beforeAll(async () => {
    fresh = await freshDatabase([CreateBoxes20261120090000]);
    database = await new DataSource({
      type: 'postgres',
      url: fresh.url,
      entities: [BoxEntity],
      namingStrategy: new SnakeNamingStrategy(),
    }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await fresh.drop();
  });
  beforeEach(async () => {
    id = randomUUID();
    await database.manager.insert(BoxEntity, { id, version: 3, keptBy: 'Olga', label: 'Maize' });
  });

  const lock = (tx: Tx, expectedVersion: number, ref = id, keptBy = 'Olga') =>
    lockCurrent(
      tx,
      BoxEntity,
      { id: ref, expectedVersion },
      {
        notFound: BoxNotFound,
        mustBeAllowed: (box) => {
          if (box.keptBy !== keptBy) throw new NotYours();
        },
      },
    );

  it('is given at the version that was seen, by names that follow its properties', async () => {
    const box = await database.transaction((tx) => lock(tx, 3));
    expect({ ...box }).toEqual({ id, version: 3, keptBy: 'Olga', label: 'Maize' });
  });

  it('is not given at another version, nor without one', async () => {
    await expect(database.transaction((tx) => lock(tx, 2))).rejects.toBeInstanceOf(StaleVersion);
    await expect(database.transaction((tx) => lock(tx, Number.NaN))).rejects.toMatchObject({ status: 428 });
  });

  it('is not found where there is none', async () => {
    await expect(database.transaction((tx) => lock(tx, 3, randomUUID()))).rejects.toBeInstanceOf(BoxNotFound);
  });

  it('says nothing of its version to those who may not change it', async () => {
    await expect(database.transaction((tx) => lock(tx, 2, id, 'Peter'))).rejects.toBeInstanceOf(NotYours);
  });

  it('stays locked until the transaction ends', async () => {
    await database.transaction(async (tx) => {
      await lock(tx, 3);
      const taken = database.query('SELECT FROM boxes WHERE id = $1 FOR UPDATE NOWAIT', [id]);
      await expect(taken).rejects.toMatchObject({ driverError: { code: '55P03' } });
    });
  });
});
