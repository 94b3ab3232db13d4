import { Injectable } from '@nestjs/common';
import { areaLevel, areaParent } from '@janela/kernel';
import {
  AreaCode,
  AreaPublished,
  type Area,
  type ListAreas,
  type Page,
  type PublishAreas,
  type PublishedAreas,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Cursors, Database, insertAll, mustReach, type Tx, known } from '@janela/platform';
import { In } from 'typeorm';

import { AreaParentUnknown } from '../registry.errors.ts';
import { AreaCache } from './area-cache.ts';
import { AreaEntity } from './area.entity.ts';

@Injectable()
export class AreasService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly cache: AreaCache,
  ) {}

  /** Publishes the areas that are new or different, and returns how many those are. */
  async publish(actor: Actor, { areas }: PublishAreas): Promise<PublishedAreas> {
    for (const { code } of areas) mustReach(actor, code);
    const rows = areas.map(toRow);
    const published = await this.database.write(actor, (tx) => this.takeIn(tx, actor, rows));
    this.cache.clear();
    return { published, unchanged: rows.length - published };
  }

  /** Returns the areas within the actor's own and, to be able to name where those lie, the ones above them. */
  list(actor: Actor, { under, level, on, limit, after }: ListAreas): Promise<Page<Area>> {
    const list = `areas ${under ?? ''} ${level ?? ''} ${on ?? ''}`;
    const from = this.cursors.read(list, AreaCode, after);
    return this.database.read(actor, async (tx) => {
      const rows = await tx
        .createQueryBuilder(AreaEntity, 'area')
        .where(
          '(area.code ^@ ANY (:areas) OR EXISTS (SELECT FROM unnest(:areas::text[]) own WHERE own ^@ area.code))',
          { areas: actor.areas },
        )
        .andWhere('(:under::text IS NULL OR (area.code ^@ :under AND area.code <> :under))', { under: under ?? null })
        .andWhere('(:level::int IS NULL OR area.level = :level)', { level: level ?? null })
        .andWhere('(:on::date IS NULL OR :on BETWEEN area.valid_from AND COALESCE(area.valid_to, :on))', {
          on: on ?? null,
        })
        .andWhere('(:from::text IS NULL OR area.code > :from)', { from: from ?? null })
        .orderBy('area.code')
        .limit(limit + 1)
        .getMany();
      return this.cursors.page(list, rows, limit, { item: toArea, position: ({ code }) => code });
    });
  }

  private async takeIn(tx: Tx, actor: Actor, rows: readonly AreaEntity[]): Promise<number> {
    const before = await tx.findBy(AreaEntity, { code: In(rows.map(({ code }) => code)) });
    const byCode = new Map(before.map((area) => [area.code, area]));
    const different = rows.filter((row) => !isSame(row, byCode.get(row.code)));
    const { changed: older = [], added = [] } = Object.groupBy(different, ({ code }) =>
      byCode.has(code) ? 'changed' : 'added',
    );
    await refuseOrphans(tx, different, new Set(rows.map(({ code }) => code)));
    for (const { code, ...values } of older) await tx.update(AreaEntity, { code }, values);
    await insertAll(tx, AreaEntity, added);
    await this.outbox.addAll(tx, AreaPublished, different.map(toArea));
    await this.audit.addAll(tx, actor, different.map(toAuditEntry));
    return different.length;
  }
}

function toRow({ code, name, validFrom, validTo }: PublishAreas['areas'][number]): AreaEntity {
  return { code, level: areaLevel(code), name, parent: areaParent(code) ?? null, validFrom, validTo: validTo ?? null };
}

function isSame(row: AreaEntity, stored: AreaEntity | undefined): boolean {
  return (
    stored !== undefined &&
    row.name === stored.name &&
    row.validFrom === stored.validFrom &&
    row.validTo === stored.validTo
  );
}

/** An area may come in the same request as the one it lies in, in any order. */
async function refuseOrphans(tx: Tx, rows: readonly AreaEntity[], coming: ReadonlySet<string>): Promise<void> {
  const needed = [...new Set(rows.flatMap(({ parent }) => (parent === null || coming.has(parent) ? [] : [parent])))];
  const there = new Set((await tx.findBy(AreaEntity, { code: In(needed) })).map(({ code }) => code));
  const missing = needed.filter((code) => !there.has(code));
  if (missing.length > 0) throw new AreaParentUnknown(`Publish these first, or with it: ${missing.join(', ')}`);
}

function toAuditEntry(row: AreaEntity) {
  return { action: 'area.published', subject: `area:${row.code}`, details: { ...row } };
}

function toArea({ code, level, name, parent, validFrom, validTo }: AreaEntity): Area {
  return { code, level, name, validFrom, ...known({ parent, validTo }) };
}
