import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertAll } from '@janela/platform';
import { type FreshDatabase, freshDatabase } from '@janela/testing';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';

@Entity('parcels')
class ParcelEntity {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  @Column('text')
  writtenOnIt!: string | null;

  @Column({ type: 'text', array: true })
  stamps!: string[] | null;

  @Column({ type: 'jsonb' })
  contents!: object | null;

  @Column({ type: 'bigint' })
  grams!: string;

  @Column({ type: 'timestamptz' })
  postedAt!: Date;

  @Column({ type: 'integer', insert: false, update: false })
  doubled?: number;
}

class CreateParcels20261120090000 implements MigrationInterface {
  readonly name = 'CreateParcels20261120090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE parcels (id integer PRIMARY KEY, written_on_it text, stamps text[], contents jsonb,
      grams bigint NOT NULL, posted_at timestamptz NOT NULL, doubled integer GENERATED ALWAYS AS (id * 2) STORED)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE parcels');
  }
}

const postedAt = new Date('2026-11-20T08:30:00.123Z');
const parcel = (id: number, more: Partial<ParcelEntity> = {}): ParcelEntity => ({
  id,
  writtenOnIt: null,
  stamps: null,
  contents: null,
  grams: '9007199254740993',
  postedAt,
  ...more,
});

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase([CreateParcels20261120090000], { entities: [ParcelEntity] });
});
afterAll(() => database.drop());

const insert = (rows: ParcelEntity[]) => database.dataSource.transaction((tx) => insertAll(tx, ParcelEntity, rows));

describe('rows inserted all at once', () => {
  it('come back as they were, whatever is written on them', async () => {
    const odd = `a "quoted", {curly}, back\\slashed,\nbroken 'word' – NULL`;
    const rows = [
      parcel(1),
      parcel(2, { writtenOnIt: odd, stamps: [odd, '', 'NULL', 'ü'], contents: { [odd]: [odd, null] } }),
      parcel(3, { writtenOnIt: '', stamps: [], contents: [] }),
    ];
    await insert(rows);
    const stored = await database.dataSource.manager.find(ParcelEntity, { order: { id: 'ASC' } });
    expect(stored.map((row) => ({ ...row }))).toEqual(rows.map((row) => ({ ...row, doubled: row.id * 2 })));
  });

  it('may be more than a statement can have binds', async () => {
    await insert(Array.from({ length: 20_000 }, (_, index) => parcel(index + 10)));
    expect(await database.dataSource.manager.countBy(ParcelEntity, { grams: '9007199254740993' })).toBe(20_003);
  });

  it('may be none', async () => {
    await expect(insert([])).resolves.toBeUndefined();
  });
});
