import { Injectable } from '@nestjs/common';
import type { RegisteredHousehold, RegisterHousehold } from '@janela/contracts';
import { type Actor, Clock, Database, inEveryArea, mustReach, reaches, type Tx } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { AreaCache } from '../areas/area-cache.ts';
import { countElsewhere, PossibleDuplicatesService, shownTo } from '../duplicates/possible-duplicates.service.ts';
import { pairsOf } from '../duplicates/look-alikes.ts';
import { SuspicionsService } from '../duplicates/suspicions.service.ts';
import { NumberReader } from '../formats/number-reader.ts';
import { DuplicateReference } from '../registry.errors.ts';
import { mustBePossible } from './day-rules.ts';
import { formReference } from '../household-records/form-reference.ts';
import { HouseholdEntity } from '../household-records/household.entity.ts';
import { HouseholdStore } from './household-store.ts';
import { newHousehold } from './new-household.ts';
import { NumbersService } from './numbers.service.ts';
import { isReferenceTaken } from './reference-taken.ts';
import { toHousehold } from './to-household.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';

/** Any number that no other lock has, as a seed. */
const referencesLock = 5_310_302;

@Injectable()
export class RegisterHouseholdService {
  constructor(
    private readonly database: Database,
    private readonly areas: AreaCache,
    private readonly reader: NumberReader,
    private readonly numbers: NumbersService,
    private readonly duplicates: PossibleDuplicatesService,
    private readonly accessLog: AccessLogService,
    private readonly suspicions: SuspicionsService,
    private readonly store: HouseholdStore,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /** Registers a household, and returns with it who of it may be there already. */
  async register(actor: Actor, key: string | undefined, input: RegisterHousehold): Promise<RegisteredHousehold> {
    const { areaCode } = input;
    const today = this.clock.today();
    mustReach(actor, areaCode);
    mustBePossible(input, today);
    await this.areas.mustBeOpen(areaCode, today);
    const form = await this.reader.registration(input);
    const number = await this.numbers.next(areaCode);

    return this.database.once(actor, { key, body: input }, async (tx) => {
      await refuseSecondForm(tx, actor, input);
      await this.suspicions.lockNumbers(tx, form.members);
      const found = await this.duplicates.find(tx, this.duplicates.soughtOf(form.members), { areaCode });
      const possibleDuplicates = shownTo(actor, found);
      const others = possibleDuplicates.map(({ householdId }) => householdId);
      await this.accessLog.noteAll(tx, actor, others, 'possible_duplicate');
      const at = this.clock.now();
      const record = newHousehold(form, { number, source: 'window', at, today, cipher: this.cipher });
      const [lastEventId] = await this.store.add(tx, actor, [record], 'window').catch(refuseIfTaken);
      await this.suspicions.note(tx, actor, pairsOf(record, found));
      const household = toHousehold(record, { today, lastEventId });
      const registeredElsewhere = countElsewhere(actor, found);
      return { ...household, possibleDuplicates, ...(registeredElsewhere > 0 && { registeredElsewhere }) };
    });
  }
}

/** One form is one household. A caller who may see that household learns which it is. */
async function refuseSecondForm(tx: Tx, actor: Actor, { externalReference, areaCode }: RegisterHousehold) {
  if (externalReference === undefined) return;
  const { source, area, key } = formReference(externalReference, areaCode);
  // Another registration of the same form at this moment is waited for, and then seen.
  const form = `${source} ${area} ${key}`;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [form, referencesLock]);
  const place = { referenceKey: key, referenceArea: area, referenceSource: source };
  const other = await inEveryArea(tx, () => tx.findOneBy(HouseholdEntity, place));
  if (!other) return;
  const isSeen = reaches(actor, other.areaCode);
  throw new DuplicateReference(undefined, isSeen ? { members: { householdId: other.id, number: other.number } } : {});
}

/** A file that holds the same form may be written at the same moment: the index finds it then. */
function refuseIfTaken(error: unknown): never {
  throw isReferenceTaken(error) ? new DuplicateReference() : error;
}
