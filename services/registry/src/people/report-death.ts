import { Injectable } from '@nestjs/common';
import { type Household, PersonDied, type ReportDeath } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Clock, Database, type OnceRequest, type Tx } from '@janela/platform';

import { mustHaveCome } from '../households/day-rules.ts';
import { HouseholdChanges } from '../households/household-changes.ts';
import { HouseholdsService } from '../households/households.service.ts';
import {
  DeathBeforeBirth,
  DeathCertified,
  DeathReasonMissing,
  DeathWithdrawalOwn,
  NoDeathReported,
  PersonNotFound,
} from '../registry.errors.ts';
import { PersonEntity } from '../household-records/person.entity.ts';

@Injectable()
export class ReportDeathService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly households: HouseholdsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Records that a person has died, that it is certified, or that it was not so. A certified death is withdrawn by another person. The same
   * report twice is one. The household stays open, also when no one else is alive.
   */
  async report(actor: Actor, key: OnceRequest['key'], personId: string, input: ReportDeath): Promise<Household> {
    const { reason: note, ...report } = input;
    mustHaveCome([{ pointer: '/on', day: report.on }], this.clock.today());
    let isReplay = true;
    const answer = await this.database.once(actor, { key, body: { personId, input } }, async (tx) => {
      isReplay = false;
      const person = await tx.findOneBy(PersonEntity, { id: personId });
      if (!person) throw new PersonNotFound();
      const { householdId } = person;
      const wasCertified = person.deathCertainty === 'certified';
      if (report.certainty === 'withdrawn' && wasCertified) await mustBeWithdrawable(tx, actor, person, note);
      const action = {
        householdId,
        what: `death_${report.certainty}`,
        reason: 'death' as const,
        on: report.on,
        note,
        evenIfOver: true,
      };
      let isChanged = false;
      const changed = await this.changes.apply(tx, actor, action, ({ people }) => {
        const member = people.find(({ id }) => id === personId);
        if (!member) throw new PersonNotFound();
        // It may have been certified since it was read, before the household was locked.
        if (member.deathCertainty === 'certified' && !wasCertified) throw new DeathCertified();
        isChanged = putDown(member, report);
      });
      if (!isChanged) return this.households.show(tx, actor, changed);
      const eventId = await this.outbox.add(tx, PersonDied, { personId, householdId, ...report });
      return this.households.show(tx, actor, { ...changed, eventId: changed.eventId ?? eventId });
    });
    if (isReplay) await this.households.noteReplay(actor, answer.id);
    return answer;
  }
}

/** Two people: one click of one person must neither end nor give back an identity that a document has ended. */
async function mustBeWithdrawable(
  tx: Tx,
  actor: Actor,
  { id, householdId }: PersonEntity,
  reason: string | undefined,
): Promise<void> {
  if (reason === undefined) throw new DeathReasonMissing();
  const [certified] = await tx.query<{ actor: string }[]>(
    `SELECT actor FROM household_changes
     WHERE household_id = $1 AND what = 'death_certified' AND before -> 'people' ? $2 ORDER BY version DESC LIMIT 1`,
    [householdId, id],
  );
  if (!certified || certified.actor === actor.id) throw new DeathWithdrawalOwn();
}

/** Changes the person in place, and returns whether anything changed. A certified death is not changed, only withdrawn. */
function putDown(person: PersonEntity, { on, source, certainty }: ReportDeath): boolean {
  const { bornOn, bornOnPrecision, diedOn, deathCertainty } = person;
  const isSame = certainty === deathCertainty && on === diedOn;
  if (isSame) return false;
  if (deathCertainty === 'certified' && certainty !== 'withdrawn') throw new DeathCertified();
  if (certainty === 'withdrawn') {
    if (diedOn === null) throw new NoDeathReported();
    Object.assign(person, { diedOn: null, deathSource: null, deathCertainty: null });
    return true;
  }
  if (on < bornOn) throw new DeathBeforeBirth(`The birth is known to the ${bornOnPrecision}`);
  Object.assign(person, { diedOn: on, deathSource: source, deathCertainty: certainty });
  return true;
}
