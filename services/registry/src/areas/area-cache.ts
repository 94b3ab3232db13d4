import { Injectable } from '@nestjs/common';
import { rangeContains } from '@janela/kernel';
import type { PlainDate } from '@janela/contracts';
import { type AppError, Database, TtlCache } from '@janela/platform';
import { In } from 'typeorm';

import { AreaClosed, AreaTooLarge, AreaUnknown } from '../registry.errors.ts';
import { system } from '../system.ts';
import { AreaEntity } from './area.entity.ts';

/** How long an area is not read again; another instance may have published something newer. */
const ttlMs = 30_000;

export type AreaRefusal = AppError;

/** Looks areas up for each registration, and keeps what it has read for a while. */
@Injectable()
export class AreaCache {
  private readonly areas = new TtlCache<string, AreaEntity>({ ttlMs });

  constructor(private readonly database: Database) {}

  /** Throws when no household can live in the area on that day. */
  async mustBeOpen(areaCode: string, day: PlainDate): Promise<void> {
    const [refusal] = await this.refusals([areaCode], day);
    if (refusal) throw refusal;
  }

  /** Returns for each area why no household can live there on that day, or undefined, in their order. */
  async refusals(areaCodes: readonly string[], day: PlainDate): Promise<(AreaRefusal | undefined)[]> {
    const areas = await this.areas.getAll(areaCodes, (codes) => this.read(codes));
    return areaCodes.map((code) => refusalOf(code, areas.get(code), day));
  }

  /** Forgets every area: something was published. */
  clear(): void {
    this.areas.clear();
  }

  private async read(codes: string[]): Promise<(readonly [string, AreaEntity])[]> {
    const areas = await this.database.read(system, (tx) => tx.findBy(AreaEntity, { code: In(codes) }));
    return areas.map((area) => [area.code, area] as const);
  }
}

const at = [{ in: 'body' as const, pointer: '/areaCode' }];

function refusalOf(code: string, area: AreaEntity | undefined, day: PlainDate): AreaRefusal | undefined {
  const entry = (kind: string, message: string) => ({ errors: at.map((place) => ({ ...place, code: kind, message })) });
  if (!area) return new AreaUnknown(`${code} is not in the register of areas`, entry('area_unknown', 'does not exist'));
  if (area.level === 0) return new AreaTooLarge(undefined, entry('area_too_large', 'is a whole country'));
  const days = { from: area.validFrom, to: area.validTo ?? undefined };
  if (!rangeContains(days, day)) return new AreaClosed(undefined, entry('area_closed', `does not exist on ${day}`));
  return undefined;
}
