import type { Snapshot } from '@janela/contracts';

import type { SnapshotEntity } from './snapshot.entity.ts';

/** Returns a row as routes answer it. */
export function toSnapshot({ publishedAt, ...row }: Omit<SnapshotEntity, 'table'>): Snapshot {
  const { id, indicator, areaCode, asOf, hash, publishedBy } = row;
  return { id, indicator, areaCode, asOf, hash, publishedBy, publishedAt: publishedAt.toISOString() };
}
