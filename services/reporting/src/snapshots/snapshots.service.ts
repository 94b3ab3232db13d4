import { Injectable } from '@nestjs/common';
import { Id, type ListSnapshots, type Page, type Snapshot } from '@janela/contracts';
import { type Actor, Cursors, Database } from '@janela/platform';

import { SnapshotNotFound } from '../reporting.errors.ts';
import { SnapshotEntity } from './snapshot.entity.ts';
import { toSnapshot } from './to-snapshot.ts';

@Injectable()
export class SnapshotsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async list(actor: Actor, { limit, after }: ListSnapshots): Promise<Page<Snapshot>> {
    const from = this.cursors.read('snapshots', Id, after);
    const rows = await this.database.read(actor, (tx) => {
      const query = tx
        .createQueryBuilder(SnapshotEntity, 'snapshot')
        .orderBy('snapshot.id', 'DESC')
        .limit(limit + 1);
      return (from ? query.where('snapshot.id < :from', { from }) : query).getMany();
    });
    return this.cursors.page('snapshots', rows, limit, { item: toSnapshot, position: ({ id }) => id });
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
