import { anyAreaContains } from '@janela/kernel';

import { AreaOutOfReach } from '../errors/access.errors.ts';
import type { Actor } from '../context/actor.ts';

/** Returns whether one of the actor's areas is this one or lies above it. */
export function reaches(actor: Actor, areaCode: string): boolean {
  return anyAreaContains(actor.areas, areaCode);
}

/** Refuses (403) an area that is none of the actor's. For an area the caller named; rows of other areas are simply not found. */
export function mustReach(actor: Actor, areaCode: string): void {
  if (!reaches(actor, areaCode)) throw new AreaOutOfReach(`${areaCode.slice(0, 20)} is outside your area`);
}
