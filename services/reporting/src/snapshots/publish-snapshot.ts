import { createHash, randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Snapshot, SnapshotPublished, type TakeSnapshot } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, canonicalJson, Clock, Database } from '@janela/platform';

import { SdgService } from '../figures/sdg.service.ts';
import { SnapshotEntity } from './snapshot.entity.ts';
import { toSnapshot } from './to-snapshot.ts';

@Injectable()
export class PublishSnapshotService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly sdg: SdgService,
    private readonly clock: Clock,
  ) {}

  /** Publishes the figures of a day as they stand, for good. */
  async publish(actor: Actor, { indicator, asOf }: TakeSnapshot): Promise<Snapshot> {
    const { items, areaCode } = await this.sdg.getTable(actor, { asOf });
    const table = canonicalJson({ items, asOf, areaCode });
    const hash = createHash('sha256').update(table, 'utf8').digest('hex');
    const row = {
      id: randomUUIDv7(),
      indicator,
      areaCode,
      asOf,
      hash,
      publishedBy: actor.id,
      publishedAt: this.clock.now(),
    };
    await this.database.write(actor, async (tx) => {
      await tx.insert(SnapshotEntity, { ...row, table });
      await this.outbox.add(tx, SnapshotPublished, { snapshotId: row.id, indicator, asOf, hash });
      await this.audit.add(tx, actor, {
        action: 'snapshot.published',
        subject: `snapshot:${row.id}`,
        details: { indicator, areaCode, asOf, hash },
      });
    });
    return toSnapshot(row);
  }
}
