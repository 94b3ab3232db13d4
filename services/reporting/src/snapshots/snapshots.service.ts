import { createHash, randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import {
  Id,
  type ListSnapshots,
  type Page,
  type Snapshot,
  SnapshotPublished,
  type TakeSnapshot,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, canonicalJson, Clock, Cursors, Database } from '@janela/platform';

import { SdgService } from '../figures/sdg.service.ts';
import { SnapshotNotFound } from '../reporting.errors.ts';
import { SnapshotEntity } from './snapshot.entity.ts';

/** Figures that were published, as they stood, for good. */
@Injectable()
export class SnapshotsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly sdg: SdgService,
    private readonly clock: Clock,
  ) {}

  async publish(actor: Actor, { indicator, asOf }: TakeSnapshot): Promise<Snapshot> {
    const { items, areaCode } = await this.sdg.getTable(actor, { asOf });
    const table = canonicalJson({ items, asOf, areaCode });
    const hash = createHash('sha256').update(table, 'utf8').digest('hex');
    const snapshot = {
      id: randomUUIDv7(),
      indicator,
      areaCode,
      asOf,
      hash,
      publishedBy: actor.id,
      publishedAt: this.clock.now(),
    };
    await this.database.write(actor, async (tx) => {
      await tx.insert(SnapshotEntity, { ...snapshot, table });
      await this.outbox.add(tx, SnapshotPublished, { snapshotId: snapshot.id, indicator, asOf, hash });
      await this.audit.add(tx, actor, {
        action: 'snapshot.published',
        subject: `snapshot:${snapshot.id}`,
        details: { indicator, areaCode, asOf, hash },
      });
    });
    return toSnapshot(snapshot);
  }

  async list(actor: Actor, { limit, after }: ListSnapshots): Promise<Page<Snapshot>> {
    const from = this.cursors.read('snapshots', Id, after);
    const rows = await this.database.read(actor, (tx) => {
      const query = tx
        .createQueryBuilder(SnapshotEntity, 'snapshot')
        .orderBy('snapshot.id', 'DESC')
        .limit(limit + 1);
      return (from ? query.where('snapshot.id < :from', { from }) : query).getMany();
    });
    return this.cursors.page('snapshots', rows, limit, toSnapshot, ({ id }) => id);
  }

  async get(actor: Actor, id: string): Promise<Snapshot> {
    const row = await this.database.read(actor, (tx) => tx.findOneBy(SnapshotEntity, { id }));
    if (!row) throw new SnapshotNotFound();
    return toSnapshot(row);
  }

  /** Returns the published table, byte for byte. */
  async getTable(actor: Actor, id: string): Promise<string> {
    const row = await this.database.read(actor, (tx) =>
      tx.findOne(SnapshotEntity, { where: { id }, select: { id: true, table: true } }),
    );
    if (!row) throw new SnapshotNotFound();
    return row.table;
  }
}

const toSnapshot = ({ publishedAt, ...row }: Omit<SnapshotEntity, 'table'>): Snapshot => ({
  id: row.id,
  indicator: row.indicator,
  areaCode: row.areaCode,
  asOf: row.asOf,
  hash: row.hash,
  publishedBy: row.publishedBy,
  publishedAt: publishedAt.toISOString(),
});
