import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdRegistered } from '@janela/contracts';
import { Database, systemActor } from '@janela/platform';
import { recordOf } from '@janela/messaging';
import { type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import { DeterminationEntity } from '../src/determinations/determination.entity.ts';
import { determine, reasonsOf } from '../src/determinations/determine.ts';
import { compileVersion } from '../src/programmes/rule-version.ts';
import { loadZambia, startEligibility } from './eligibility.harness.ts';
import { householdData, type PublishedHousehold } from './support/published-households.ts';
import { couple, livingIn, newcomer, oldMan, oldWomanUnasked, widow } from './support/situations.ts';
import { zambianWords } from './support/zambia.ts';

let eligibility: Harness<'eligibility'>;
const districts = { ZM104011: 40, ZM104005: 20 };

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
});
afterAll(() => eligibility.stop());

/** The households of a district: the situations one after the other. */
function villageOf(areaCode: string, households: number): PublishedHousehold[] {
  const situations = [widow, couple, oldMan, newcomer, oldWomanUnasked];
  return Array.from({ length: households }, (_, index) =>
    householdData(livingIn(areaCode, situations[index % situations.length] ?? widow)),
  );
}

/** As the demonstration does it: screen each household, and apply for what it qualifies for. */
async function serve(caseworker: Caller<'eligibility'>, homes: readonly PublishedHousehold[]): Promise<void> {
  await Promise.all(
    homes.map(async ({ householdId }) => {
      const body = ok(await caseworker.post('/v1/screenings', { householdId }));
      for (const { programme, personId, outcome } of body.results) {
        if (outcome !== 'eligible') continue;
        const subject = personId ? { personId } : { householdId };
        ok(
          await caseworker.post(
            '/v1/applications',
            { programme, ...subject },
            { 'idempotency-key': `${programme}-${personId ?? householdId}` },
          ),
        );
      }
    }),
  );
}

async function decideAll(supervisor: Caller<'eligibility'>): Promise<Map<number, number>> {
  const body = ok(await supervisor.get('/v1/applications?state=recommended&limit=200'));
  const statuses = await Promise.all(
    body.items.map(async (application) => {
      const path = `/v1/applications/${application.id}/decision` as const;
      return (await supervisor.post(path, { outcome: 'approved' }, ifMatch(application))).status;
    }),
  );
  return new Map([...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]));
}

describe('two districts of Zambia, from the register to the first enrolments', () => {
  it('decides everything that is clear, within the places that there are', async () => {
    for (const [areaCode, households] of Object.entries(districts)) {
      const homes = villageOf(areaCode, households);
      const [consumer] = eligibility.service.messaging.list();
      await consumer?.accept(homes.map((home) => recordOf(HouseholdRegistered, { ...home, source: 'import' })));
      const [caseworker, supervisor] = await Promise.all(
        (['caseworker', 'supervisor'] as const).map((role) =>
          eligibility.as({ roles: [role], areas: [areaCode], id: `${role} ${areaCode}` }),
        ),
      );
      if (!caseworker || !supervisor) throw new Error('both are there');
      await serve(caseworker, homes);
      // Of five: two qualify for the transfer and are sure of the amount, one qualifies for an amount that is not known.
      const each = households / 5;
      expect(await decideAll(supervisor)).toEqual(
        new Map([
          [200, each * 8],
          [409, each],
        ]),
      );
    }
  });

  it('makes no one in Lunga wait while there are places for all', async () => {
    const supervisor = await eligibility.as({ roles: ['supervisor'], areas: ['ZM104005'] });
    const body = ok(await supervisor.get('/v1/enrolments?programme=SCT&limit=200'));
    expect(body.items.map(({ state }) => state)).toEqual(body.items.map(() => 'active'));
    expect(body.items).toHaveLength(8);
  });
});

describe('every recommendation that lay before an officer', () => {
  it('is given again by the facts and the version that were kept with it', async () => {
    const body = ok(await (await eligibility.as('designer')).get('/v1/programmes'));
    const rows = await eligibility.service.running.app
      .get(Database, { strict: false })
      .read(systemActor('spec'), (tx) =>
        tx
          .createQueryBuilder(DeterminationEntity, 'determination')
          .innerJoin('applications', 'application', 'application.id = determination.applicationId')
          .addSelect('application.programme_id', 'programme_id')
          .getRawAndEntities<{ programme_id: string }>(),
      );
    expect(rows.entities.length).toBeGreaterThan(50);
    for (const [index, kept] of rows.entities.entries()) {
      const programme = body.items.find(({ id }) => id === rows.raw[index]?.programme_id);
      const version = programme?.versions.find(({ version: number }) => number === kept.programmeVersion);
      if (!programme || !version) throw new Error('what was published is still there');
      const { cel: _, state: __, writtenBy: ___, ...definition } = version;
      const again = determine(compileVersion(programme, definition, version.validFrom, zambianWords), kept.snapshot);
      expect({ outcome: again.outcome, reasons: reasonsOf(again), amount: again.amountMinor }).toEqual({
        outcome: kept.outcome,
        reasons: kept.reasons,
        amount: kept.amountMinor === null ? null : Number(kept.amountMinor),
      });
    }
  });
});
