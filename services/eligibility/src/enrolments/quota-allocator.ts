import { Injectable } from '@nestjs/common';
import type { Tx } from '@janela/platform';

import { EnrolmentEntity } from './enrolment.entity.ts';
import { mayBegin } from './passed-over.sql.ts';
import { keyOf, nameOf, type QuotaKey } from './quota.ts';
import { findQuotasOfWaiting } from './find-twice.ts';
import { waitingOrder } from './waiting-order.ts';

/** Counts places. They are taken and released under the quota's lock, and quotas are locked before enrolments. */
@Injectable()
export class QuotaAllocator {
  /** Locks quotas, always in the same order. An area without a quota of its own has no places. */
  async lock(tx: Tx, keys: readonly QuotaKey[]): Promise<void> {
    if (keys.length === 0) return;
    const binds = [keys.map(({ programmeId }) => programmeId), keys.map(({ quotaArea }) => quotaArea)];
    await tx.query(
      `INSERT INTO quotas (programme_id, area_code, places)
       SELECT DISTINCT programme_id, area_code, 0 FROM unnest($1::uuid[], $2::text[]) AS wanted (programme_id, area_code)
       WHERE NOT EXISTS (SELECT FROM quotas WHERE (quotas.programme_id, quotas.area_code) = (wanted.programme_id, wanted.area_code))
       ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
      binds,
    );
    await tx.query(
      `SELECT FROM quotas WHERE (programme_id, area_code) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))
       ORDER BY programme_id, area_code FOR UPDATE`,
      binds,
    );
  }

  /** Takes a place if there is one. Returns whether there was. */
  async allocate(tx: Tx, key: QuotaKey): Promise<boolean> {
    return this.count(tx, key, 'taken + 1', 'taken < places');
  }

  /** Takes a place whether or not there is one: for a household that brings its place from another quota. */
  async transfer(tx: Tx, key: QuotaKey): Promise<void> {
    await this.count(tx, key, 'taken + 1', 'true');
  }

  async release(tx: Tx, key: QuotaKey): Promise<void> {
    await this.count(tx, key, 'taken - 1', 'true');
  }

  /**
   * Waits until no other transaction gives places of the programme, so that of two people of one number who wait in two areas
   * the second is seen to be in it twice.
   */
  async lockProgramme(tx: Tx, { programmeId }: QuotaKey): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('places of ' || $1, 0))`, [programmeId]);
  }

  /** Returns the first enrolment in the queue that may begin, wherever in the area of the quota the household lives. */
  async findNext(tx: Tx, { programmeId, quotaArea }: QuotaKey): Promise<EnrolmentEntity | undefined> {
    const next = await tx
      .createQueryBuilder(EnrolmentEntity, 'enrolment')
      .where({ programmeId, quotaArea, state: 'waitlisted' })
      .andWhere(mayBegin)
      .orderBy(waitingOrder)
      .setLock('pessimistic_write')
      .limit(1)
      .getOne();
    return next ?? undefined;
  }

  /**
   * Locks enrolments, in the order of their ids, with the quotas that they count in, those given, and those in which others of
   * the same official number wait for one of these to end.
   */
  async lockEnrolments(tx: Tx, ids: readonly string[], more: readonly QuotaKey[] = []): Promise<EnrolmentEntity[]> {
    if (ids.length === 0) return [];
    for (const held = new Set<string>(); ;) {
      const seen = await tx.createQueryBuilder(EnrolmentEntity, 'enrolment').whereInIds(ids).getMany();
      const keys = [...seen.flatMap(keyOf), ...more, ...(await findQuotasOfWaiting(tx, ids))];
      await this.lock(tx, keys);
      for (const key of keys) held.add(nameOf(key));
      const rows = await tx
        .createQueryBuilder(EnrolmentEntity, 'enrolment')
        .whereInIds(ids)
        .orderBy('enrolment.id')
        .setLock('pessimistic_write')
        .getMany();
      // One of them may have moved into another quota in between.
      if (rows.flatMap(keyOf).every((key) => held.has(nameOf(key)))) return rows;
    }
  }

  private async count(
    tx: Tx,
    { programmeId, quotaArea }: QuotaKey,
    taken: string,
    condition: string,
  ): Promise<boolean> {
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE quotas SET taken = ${taken} WHERE programme_id = $1 AND area_code = $2 AND ${condition}`,
      [programmeId, quotaArea],
    );
    return count > 0;
  }
}
