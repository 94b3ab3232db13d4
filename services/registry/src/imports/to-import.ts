import type { Import } from '@janela/contracts';
import { known } from '@janela/platform';

import type { ImportEntity } from './import.entity.ts';

/** Returns an import as routes answer it; `waitingWithinReach` is what a caller sees who reaches a part of it only. */
export function toImport(row: ImportEntity, waitingWithinReach?: number): Import {
  const { id, state, fileName, source, rows, rowsWithErrors, failure, startedAt, finishedAt } = row;
  const { taken, unchanged, refused, waiting, possibleDuplicates } = row;
  return {
    id,
    state,
    fileName,
    source,
    rows,
    rowsWithErrors,
    households: { taken, unchanged, refused },
    waiting: waitingWithinReach ?? waiting,
    possibleDuplicates,
    progressPercent: progressOf(row),
    ...known({ failure, finishedAt: finishedAt && finishedAt.toISOString() }),
    startedAt: startedAt.toISOString(),
  };
}

/** Half the way is to check, half to write. */
function progressOf({ state, bytes, bytesChecked, chunks, chunksWritten }: ImportEntity): number {
  if (state === 'finished') return 100;
  const checked = state === 'writing' ? 1 : Number(bytesChecked) / Math.max(1, Number(bytes));
  const written = chunks === 0 || state !== 'writing' ? 0 : chunksWritten / chunks;
  return Math.min(99, Math.floor(50 * checked + 50 * written));
}
