import { areaLevel, everywhere, isAreaCode } from '@janela/kernel';
import { type Actor, AreaOutOfReach } from '@janela/platform';

/** Cycles, funds and the ledger are of the whole country: whoever reaches less of it would see, or make, a part for the whole. */
export function mustReachCountry(actor: Actor): void {
  const reaches = actor.areas.some((area) => area === everywhere || (isAreaCode(area) && areaLevel(area) === 0));
  if (!reaches) throw new AreaOutOfReach('It is of the whole country');
}
