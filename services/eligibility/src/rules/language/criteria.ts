import type { Comparison, Condition, Criterion } from '@janela/contracts';

import { pointerTo } from './json-pointer.ts';

/** A question to the facts that holds no further condition of its own: a comparison, or one about the members. */
export type Leaf = Comparison | Extract<Condition, { exists: 'members' } | { every: 'members' }>;

/** A criterion where it stands. `within` is the criterion around it; `leaves` are its own, not those of criteria inside it. */
export interface PlacedCriterion {
  readonly criterion: Criterion;
  readonly pointer: string;
  readonly within?: string | undefined;
  readonly leaves: readonly PlacedLeaf[];
}
export interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly pointer: string;
}

/** Returns the criteria of a condition, each before those inside it, in the order in which they are written. */
export function criteriaOf(condition: Condition, pointer: string, within?: string): PlacedCriterion[] {
  if ('when' in condition) {
    const at = pointerTo(pointer, 'when');
    const leaves = leavesOf(condition.when, at);
    const inside = criteriaOf(condition.when, at, condition.id);
    return [{ criterion: condition, pointer, within, leaves }, ...inside];
  }
  return branchesOf(condition, pointer).flatMap((branch) => criteriaOf(branch.condition, branch.pointer, within));
}

function leavesOf(condition: Condition, pointer: string): PlacedLeaf[] {
  if ('when' in condition) return [];
  if ('op' in condition || 'where' in condition) return [{ leaf: condition, pointer }];
  return branchesOf(condition, pointer).flatMap((branch) => leavesOf(branch.condition, branch.pointer));
}

function branchesOf(condition: Condition, pointer: string): { condition: Condition; pointer: string }[] {
  if ('not' in condition) return [{ condition: condition.not, pointer: pointerTo(pointer, 'not') }];
  const [key, branches] =
    'all' in condition ? ['all', condition.all] : 'any' in condition ? ['any', condition.any] : ['', []];
  return branches.map((branch, index) => ({ condition: branch, pointer: pointerTo(pointer, key, index) }));
}
