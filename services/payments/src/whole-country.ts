import { areaLevel, everywhere, isAreaCode } from '@janela/kernel';
import { type Actor, AreaOutOfReach, inEveryArea, type Tx } from '@janela/platform';

/** Refuses an actor who reaches less than a whole country, which cycles, funds and the ledger are of. */
export function mustReachCountry(actor: Actor): void {
  const reaches = actor.areas.some((area) => area === everywhere || (isAreaCode(area) && areaLevel(area) === 0));
  if (!reaches) throw new AreaOutOfReach('It is of the whole country');
}

/** Refuses an actor who has the whole of another country, and would decide on a list without seeing any of it. */
export function mustReachCountryOfCycle(tx: Tx, actor: Actor, cycleId: string): Promise<void> {
  return mustReachCountryOf(tx, actor, 'SELECT area_code AS area FROM payments WHERE cycle_id = $1 LIMIT 1', cycleId);
}

/** Refuses the same of a programme. */
export function mustReachCountryOfProgramme(tx: Tx, actor: Actor, programmeId: string): Promise<void> {
  return mustReachCountryOf(
    tx,
    actor,
    'SELECT area_code AS area FROM enrolments WHERE programme_id = $1 LIMIT 1',
    programmeId,
  );
}

/** Refuses an actor who has the whole of another country, of which no one is in any programme. */
export async function mustReachWhatIsHere(tx: Tx, { areas }: Actor): Promise<void> {
  if (areas.includes(everywhere)) return;
  const lines = await inEveryArea(tx, () =>
    tx.query<Line[]>(
      `SELECT n.area_code AS area FROM programmes p
       CROSS JOIN LATERAL (SELECT area_code FROM enrolments WHERE programme_id = p.id LIMIT 1) n`,
    ),
  );
  if (lines.length > 0 && !lines.some((line) => isOfWhole(areas, line))) throw new AreaOutOfReach(ofAnother);
}

interface Line {
  area: string;
}

const ofAnother = 'It is of another country';

/** A list is of one country, which any of its lines shows. */
async function mustReachCountryOf(tx: Tx, { areas }: Actor, findAreaSql: string, id: string): Promise<void> {
  if (areas.includes(everywhere)) return;
  const [line] = await inEveryArea(tx, () => tx.query<Line[]>(findAreaSql, [id]));
  if (line && !isOfWhole(areas, line)) throw new AreaOutOfReach(ofAnother);
}

function isOfWhole(areas: Actor['areas'], { area: code }: Line): boolean {
  return areas.some((area) => isAreaCode(area) && areaLevel(area) === 0 && code.startsWith(area));
}
