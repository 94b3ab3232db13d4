import type { PlainDate, Programme, StoredProgrammeVersion } from '@janela/contracts';

import type { ProgrammeVersionEntity } from './programme-version.entity.ts';
import type { ProgrammeEntity } from './programme.entity.ts';

/** Returns a programme as it is answered; its versions in the order in which they take effect. */
export function toProgramme(
  { id, version, definition }: ProgrammeEntity,
  versions: readonly ProgrammeVersionEntity[],
  today: PlainDate,
): Programme {
  const inOrder = versions.toSorted((a, b) => a.number - b.number);
  return { id, version, ...definition, versions: inOrder.map((each) => toVersion(each, inOrder, today)) };
}

function toVersion(
  row: ProgrammeVersionEntity,
  all: readonly ProgrammeVersionEntity[],
  today: PlainDate,
): StoredProgrammeVersion {
  const { definition, validFrom, cel, writtenByName, publishedByName, publishedAt, reach } = row;
  const follows = (other: ProgrammeVersionEntity) => other.validFrom > validFrom && other.validFrom <= today;
  const superseded = row.state === 'published' && all.some((other) => other.state === 'published' && follows(other));
  return {
    ...definition,
    validFrom,
    // That another has taken its place follows from their days; nothing is written into a published version.
    state: superseded ? 'superseded' : row.state,
    cel,
    writtenBy: writtenByName,
    ...(publishedByName !== null && { publishedBy: publishedByName }),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
    ...(reach && { reach }),
  };
}
