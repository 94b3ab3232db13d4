import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { DenominatorRow, LoadDenominators, LoadedDenominators } from '@janela/contracts';
import { type Actor, Audit, canonicalJson, Clock, Database, insertAll, mustReach } from '@janela/platform';
import { In } from 'typeorm';

import { SourceUnknown } from '../reporting.errors.ts';
import { identityOf, mustHaveAllAges, mustHaveHappened, mustNotRepeat } from './check-denominators.ts';
import { DenominatorEntity } from './denominator.entity.ts';
import { currentDenominators } from './denominators.service.ts';

/** One load at a time: each is the whole of what holds. */
const loadLock = 7_301_531;

@Injectable()
export class LoadDenominatorsService {
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
    const given = rows.map((row, index) => toEntity(row, sourceOf(row, sources, index), now));
    mustNotRepeat(given);
    mustHaveAllAges(given);
    return this.database.write(actor, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [loadLock]);
      const held = new Map((await currentDenominators(tx)).map((row) => [identityOf(row), row]));
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
}

function sourceOf({ source }: DenominatorRow, sources: LoadDenominators['sources'], index: number) {
  const found = sources[source];
  if (source === '' || found) return found ?? null;
  const entry = {
    in: 'body' as const,
    pointer: `/rows/${index}/source`,
    code: 'source_unknown',
    message: 'is not among the sources',
  };
  throw new SourceUnknown(`Row ${index + 1} comes from "${source}"`, { errors: [entry] });
}

function toEntity(row: DenominatorRow, source: DenominatorEntity['source'], now: Date): DenominatorEntity {
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
    source,
    note: row.note || null,
    loadedAt: now,
    replacedAt: null,
  };
}

function isSame(a: DenominatorEntity, b: DenominatorEntity | undefined): boolean {
  const said = ({ value, unit, kind, status, source, note }: DenominatorEntity) =>
    canonicalJson({ value: value === null ? null : Number(value), unit, kind, status, source, note });
  return b !== undefined && said(a) === said(b);
}
