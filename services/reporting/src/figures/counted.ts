import type { SdgComponent, SdgRow, SdgSex } from '@janela/contracts';

import type { Row } from '../denominators/row-set.ts';

/**
 * People by sex; those whose sex is not recorded as either are in `_T` only, and so are those `apart`, who do not agree to
 * statistics.
 */
export type BySex = Readonly<Record<SdgSex | 'apart', number>>;

export const none: BySex = { _T: 0, F: 0, M: 0, apart: 0 };

/** A programme as it is in force on the day. */
export interface Scheme {
  code: string;
  unit: 'household' | 'person';
  contributory: boolean;
  components: readonly SdgComponent[];
}

/** The limits of ages in a country. */
export interface Ages {
  pension: number;
  child: number;
}

/** All that a table is made from. */
export interface Counted {
  readonly areaCode: string;
  readonly asOf: SdgRow['asOf'];
  readonly ages: Ages;
  readonly schemes: readonly Scheme[];
  readonly people: ReadonlyMap<SdgComponent | 'roll', BySex>;
  readonly denominators: readonly Row[];
  readonly query: string;
}
