import { Injectable } from '@nestjs/common';
import type { ListWaitingPlaces, Page, WaitingPlace } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database, inEveryArea, mustReach, reaches } from '@janela/platform';
import { z } from 'zod';

import { waitingOrderSql } from '../enrolments/waiting-order.ts';

type Row = Omit<WaitingPlace, 'waitingSince' | 'rank' | 'personId' | 'place'> & {
  place: string;
  livesIn: string;
  personId: string | null;
  rank: (string | null)[];
  waitingSince: Date;
};

const Position = z.tuple([z.string(), z.string(), z.int()]);

@Injectable()
export class WaitingListsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  /**
   * Returns who waits for a place, in the order in which places are given. Those of other areas keep their places in the count,
   * but are not shown. What was shown is in the trail.
   */
  list(actor: Actor, { programme, areaCode, limit, after }: ListWaitingPlaces): Promise<Page<WaitingPlace>> {
    if (areaCode !== undefined) mustReach(actor, areaCode);
    const list = `waiting ${programme ?? ''} ${areaCode ?? ''}`;
    const [code, quotaArea, place] = this.cursors.read(list, Position, after) ?? [null, null, null];
    const scope = areaCode === undefined ? actor.areas : [areaCode];
    return this.database.write(actor, async (tx) => {
      const rows = await inEveryArea(tx, () =>
        tx.query<Row[]>(listSql, [programme ?? null, scope, code, quotaArea, place, limit + 1]),
      );
      const own = rows.filter(({ livesIn }) => reaches(actor, livesIn));
      const position = (row: Row) => [row.programme, row.areaCode, Number(row.place)];
      const shown = this.cursors.page(list, own, limit, { item: toPlace, position });
      const listed = shown.items.map(({ enrolmentId: id, householdId }) => ({ id, householdId }));
      await this.audit.noteShown(tx, actor, { kind: 'waiting-place', shown: listed, asked: { programme, areaCode } });
      return shown;
    });
  }
}

function toPlace({ place, rank, waitingSince, livesIn: _, personId, ...row }: Row): WaitingPlace {
  return {
    ...row,
    ...(personId !== null && { personId }),
    place: Number(place),
    rank: rank.map((value) => (value === null ? null : Number(value))),
    waitingSince: waitingSince.toISOString(),
  };
}

const listSql = `
  WITH queue AS (
    SELECT programmes.code AS programme, quota_area, area_code, enrolments.id, household_id, person_id, rank, waiting_since,
      row_number() OVER (PARTITION BY programme_id, quota_area ORDER BY ${waitingOrderSql}) AS place
    FROM enrolments JOIN programmes ON programmes.id = programme_id
    WHERE state = 'waitlisted' AND ($1::text IS NULL OR programmes.code = $1)
  )
  SELECT place, id AS "enrolmentId", household_id AS "householdId", person_id AS "personId", quota_area AS "areaCode",
    area_code AS "livesIn", programme, rank, waiting_since AS "waitingSince"
  FROM queue
  WHERE area_code ^@ ANY ($2::text[]) AND ($3::text IS NULL OR (programme, quota_area, place) > ($3, $4, $5::bigint))
  ORDER BY programme, quota_area, place LIMIT $6`;
