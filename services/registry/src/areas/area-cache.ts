import { Injectable } from '@nestjs/common';
import { rangeContains } from '@janela/kernel';
import type { PlainDate } from '@janela/contracts';
import { type AppError, Database, systemActor } from '@janela/platform';
import { In } from 'typeorm';

import { AreaClosed, AreaTooLarge, AreaUnknown } from '../registry.errors.ts';
import { AreaEntity } from './area.entity.ts';

/** How long what is known of an area is believed; another instance may have published something newer. */
const believedMs = 30_000;

interface Page {
  area: AreaEntity;
  readAt: number;
}

export type AreaRefusal = AppError;

/** Looks areas up for everybody who registers somebody. What it has read it believes for a while; what it lacks it reads. */
@Injectable()
export class AreaCache {
  private readonly pages = new Map<string, Page>();

  constructor(private readonly database: Database) {}

  /** Refuses an area in which no household can live on that day. */
  async mustBeOpen(areaCode: string, day: PlainDate): Promise<void> {
    const [refusal] = await this.refusals([areaCode], day);
    if (refusal) throw refusal;
  }

  /** For each area what speaks against a household living there on that day, or undefined, in their order. */
  async refusals(areaCodes: readonly string[], day: PlainDate): Promise<(AreaRefusal | undefined)[]> {
    await this.read(areaCodes);
    return areaCodes.map((code) => refusalOf(code, this.pages.get(code)?.area, day));
  }

  /** Believes nothing any more: something was published. */
  forget(): void {
    this.pages.clear();
  }

  private async read(areaCodes: readonly string[]): Promise<void> {
    const now = performance.now();
    const isStale = (code: string) => (this.pages.get(code)?.readAt ?? Number.NEGATIVE_INFINITY) + believedMs < now;
    const wanted = [...new Set(areaCodes)].filter(isStale);
    if (wanted.length === 0) return;
    const areas = await this.database.read(systemActor('registry'), (tx) =>
      tx.findBy(AreaEntity, { code: In(wanted) }),
    );
    for (const area of areas) this.pages.set(area.code, { area, readAt: now });
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
