import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { Denominator, DenominatorRow, LoadDenominators, LoadedDenominators } from '@janela/contracts';
import { type Actor, Audit, canonicalJson, Clock, Database, insertAll, mustReach, type Tx } from '@janela/platform';
import { In, IsNull } from 'typeorm';

import { AgeGroupsIncomplete, CountedInFuture, DuplicateDenominator, SourceUnknown } from '../reporting.errors.ts';
import { ageGroupOf, areComplete } from './age-group.ts';
import { DenominatorEntity } from './denominator.entity.ts';

/** One load at a time: each is the whole of what holds. */
const loadLock = 7_301_531;

@Injectable()
export class DenominatorsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes the given rows all that holds. A row that is there already stays; one that is not in them any more is replaced. */
  async load(actor: Actor, { rows, sources }: LoadDenominators): Promise<LoadedDenominators> {
    for (const { area_code } of rows) mustReach(actor, area_code);
    mustHaveHappened(rows, sources, Number(this.clock.today().slice(0, 4)));
    const now = this.clock.now();
    const given = rows.map((row, index) => toEntity(row, sources[row.source], now, index));
    mustNotRepeat(given);
    mustHaveAllAges(given);
    return this.database.write(actor, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [loadLock]);
      const held = new Map((await this.holding(tx)).map((row) => [identityOf(row), row]));
      const same = given.filter((row) => isSame(row, held.get(identityOf(row))));
      const kept = new Set(same.map(identityOf));
      const gone = [...held].filter(([identity]) => !kept.has(identity)).map(([, { id }]) => id);
      const taken = given.filter((row) => !kept.has(identityOf(row)));
      if (gone.length > 0) await tx.update(DenominatorEntity, { id: In(gone) }, { replacedAt: now });
      await insertAll(tx, DenominatorEntity, taken);
      const done = { taken: taken.length, unchanged: same.length, replaced: gone.length };
      if (taken.length + gone.length > 0)
        await this.audit.add(tx, actor, { action: 'denominators.loaded', subject: 'denominators:all', details: done });
      return done;
    });
  }

  /** What holds now, of everywhere: there are a few thousand rows at most. */
  holding(tx: Tx): Promise<DenominatorEntity[]> {
    return tx.findBy(DenominatorEntity, { replacedAt: IsNull() });
  }

  /** What holds now for an area. */
  async list(actor: Actor, areaCode: string): Promise<{ items: Denominator[] }> {
    mustReach(actor, areaCode);
    const rows = await this.database.read(actor, (tx) =>
      tx.find(DenominatorEntity, {
        where: { replacedAt: IsNull(), areaCode },
        order: { measure: 'ASC', year: 'ASC', id: 'ASC' },
      }),
    );
    return { items: rows.map(toDenominator) };
  }
}

function toEntity(
  row: DenominatorRow,
  source: DenominatorEntity['source'] | undefined,
  now: Date,
  index: number,
): DenominatorEntity {
  if (row.source !== '' && !source) {
    const entry = {
      in: 'body' as const,
      pointer: `/rows/${index}/source`,
      code: 'source_unknown',
      message: 'is not among the sources',
    };
    throw new SourceUnknown(`Row ${index + 1} comes from "${row.source}"`, { errors: [entry] });
  }
  return {
    id: randomUUIDv7(),
    measure: row.measure,
    areaCode: row.area_code,
    year: Number(row.year),
    sex: row.sex,
    ageGroup: row.age_group,
    value: row.value || null,
    unit: row.unit,
    kind: row.kind || null,
    status: row.status,
    sourceKey: row.source || null,
    source: source ?? null,
    note: row.note || null,
    loadedAt: now,
    replacedAt: null,
  };
}

const identityOf = ({ measure, areaCode, year, sex, ageGroup, sourceKey }: DenominatorEntity): string =>
  [measure, areaCode, year, sex, ageGroup, sourceKey ?? ''].join(' ');

function isSame(a: DenominatorEntity, b: DenominatorEntity | undefined): boolean {
  const said = ({ value, unit, kind, status, source, note }: DenominatorEntity) =>
    canonicalJson({ value: value === null ? null : Number(value), unit, kind, status, source, note });
  return b !== undefined && said(a) === said(b);
}

const counted: readonly DenominatorRow['kind'][] = ['census', 'preliminary', 'survey'];

function mustHaveHappened(
  rows: readonly DenominatorRow[],
  sources: LoadDenominators['sources'],
  thisYear: number,
): void {
  const errors = [
    ...rows.flatMap(({ kind, year }, index) =>
      counted.includes(kind) && Number(year) > thisYear ? [notYet(`/rows/${index}/year`)] : [],
    ),
    ...Object.entries(sources).flatMap(([key, { year }]) => (year > thisYear ? [notYet(`/sources/${key}/year`)] : [])),
  ];
  if (errors.length > 0) throw new CountedInFuture(`It is ${thisYear}`, { errors: errors.slice(0, 100) });
}

function notYet(pointer: string) {
  return { in: 'body' as const, pointer, code: 'date_in_future', message: 'has yet to come' };
}

function mustNotRepeat(rows: readonly DenominatorEntity[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const identity = identityOf(row);
    if (seen.has(identity)) throw new DuplicateDenominator(`Twice: ${identity}`);
    seen.add(identity);
  }
}

function mustHaveAllAges(rows: readonly DenominatorEntity[]): void {
  const byAge = rows.filter(({ ageGroup }) => ageGroup !== 'all');
  const tables = Map.groupBy(byAge, ({ ageGroup: _, ...row }) => identityOf({ ...row, ageGroup: 'by age' }));
  for (const [table, groups] of tables) {
    if (!areComplete(groups.map(({ ageGroup }) => ageGroupOf(ageGroup)))) throw new AgeGroupsIncomplete(`In ${table}`);
  }
}

const toDenominator = ({ measure, areaCode, year, sex, ageGroup, ...row }: DenominatorEntity): Denominator => ({
  measure,
  areaCode,
  year,
  sex,
  ageGroup,
  value: row.value === null ? null : Number(row.value),
  unit: row.unit,
  kind: row.kind,
  status: row.status,
  source: row.source,
  note: row.note,
});
