import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@janela/contracts';
import { type Actor, Clock, mustReach, type Tx } from '@janela/platform';

import {
  AreaRequired,
  AreaNotValidOnDate,
  AreaUnknown,
  DateBeforeFirstEvent,
  DateInFuture,
} from '../reporting.errors.ts';

/** Where, and on which day, figures are asked for. */
export interface AreaAndDay {
  areaCode: string;
  asOf: PlainDate;
}

/** Checks the area and the day that figures are asked for, before anything is counted. */
@Injectable()
export class AreasAndDaysService {
  constructor(private readonly clock: Clock) {}

  /** Returns the area that was named, within the actor’s reach, or else the only one that the actor has. */
  reached(actor: Actor, areaCode: string | undefined): string {
    const [own, ...others] = actor.areas;
    const asked = areaCode ?? (others.length === 0 ? own : undefined);
    if (asked === undefined) throw new AreaRequired();
    mustReach(actor, asked);
    return asked;
  }

  /** Returns the day that was named, or else today. Throws `DateInFuture`. */
  notFuture(asOf: PlainDate | undefined): PlainDate {
    const today = this.clock.today();
    if (asOf !== undefined && asOf > today) throw new DateInFuture(`Today is ${today}`);
    return asOf ?? today;
  }

  /** Throws where there is no such area, or not on that day, and for a day before the first event. Reads coverage in `tx`. */
  async mustBeKnown(tx: Tx, { areaCode, asOf }: AreaAndDay): Promise<void> {
    const [area] = await tx.query<{ from: string; to: string | null }[]>(
      'SELECT valid_from::text AS from, valid_to::text AS to FROM areas WHERE code = $1',
      [areaCode],
    );
    if (!area) throw new AreaUnknown(`${areaCode} is not in the register of areas`);
    if (asOf < area.from || (area.to !== null && asOf > area.to))
      throw new AreaNotValidOnDate(`${areaCode} exists from ${area.from}${area.to === null ? '' : ` to ${area.to}`}`);
    const [days] = await tx.query<{ first: string | null }[]>('SELECT min(day)::text AS first FROM days_heard_of');
    if (!days?.first || asOf < days.first) throw new DateBeforeFirstEvent(`The first event is of ${days?.first}`);
  }
}
