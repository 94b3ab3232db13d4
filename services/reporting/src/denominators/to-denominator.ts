import type { Denominator } from '@janela/contracts';

import type { DenominatorEntity } from './denominator.entity.ts';

/** Returns a row as routes answer it. */
export function toDenominator({ value, ...row }: DenominatorEntity): Denominator {
  const { measure, areaCode, year, sex, ageGroup, unit, kind, status, source, note } = row;
  return {
    measure,
    areaCode,
    year,
    sex,
    ageGroup,
    value: value === null ? null : Number(value),
    unit,
    kind,
    status,
    source,
    note,
  };
}
