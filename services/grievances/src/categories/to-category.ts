import type { CaseCategory } from '@janela/contracts';

import type { CaseCategoryEntity } from './case-category.entity.ts';

/** Returns a row as routes answer it. */
export function toCategory({ position: _position, active: _active, ...category }: CaseCategoryEntity): CaseCategory {
  return category;
}
