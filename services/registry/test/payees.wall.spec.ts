import { randomUUIDv7 } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportDeath, Household } from '@janela/contracts';
import { type Caller, fullHousehold, household, ifMatch, member } from '@janela/testing';
import type { EntityManager } from 'typeorm';

import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
let supervisor: Caller<'registry'>;
beforeAll(async () => {
  registry = await startRegistry();
  supervisor = await registry.as({ roles: ['supervisor'], areas: ['ZM104'], id: 'supervisor-1' });
});
afterAll(() => registry.stop());

const mobile = { channel: 'mobile_money', provider: 'sandbox', account: '+260971234567' } as const;
const forTwo = /is for two people to say/;
const asAsked = /is asked for first/;

/** A person who has the service's own password, in one transaction of their own. */
const raw = (...statements: string[]) =>
  registry.db.transaction(async (tx: EntityManager) => {
    await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
    for (const sql of statements) await tx.query(sql);
  });

/** A grandmother who collects on her telephone, her husband who may, and a household beside them in which no one collects. */
async function neighbours() {
  const members = [member(), member({ givenNames: 'Joseph', sex: 'male', relationship: 'spouse' })];
  const { body: mine } = await registry.register(
    fullHousehold({ members, payee: { member: 0, deputy: 1, ...mobile } as never }),
  );
  const { body: other } = await registry.register(household());
  const [grandmother = '', husband = ''] = mine.members.map(({ personId }) => personId);
  return { mine: mine as Household, other: other as Household, grandmother, husband };
}

const of = ({ id }: Household) => `WHERE household_id = '${id}'`;
const inCash = ({ id, areaCode, members }: Household) =>
  `INSERT INTO payees (household_id, area_code, person_id, channel) VALUES ('${id}', '${areaCode}', '${String(members[0]?.personId)}', 'cash')`;
const asked = ({ id, areaCode, members }: Household, state: string, decided: string) =>
  `INSERT INTO payee_changes (id, household_id, area_code, state, person_id, channel, requested_by, requested_by_name, requested_at,
     decided_by, decided_by_name, decided_at)
   VALUES ('${randomUUIDv7()}', '${id}', '${areaCode}', '${state}', '${String(members[0]?.personId)}', 'cash', 'a', 'A', now(), ${decided})`;
const report = (personId: string, certainty: ReportDeath['certainty']) =>
  registry.caseworker.post(`/v1/people/${personId}/death`, { on: '2026-11-05', source: 'household', certainty });

describe('who collects changes only through a request that a second person confirmed, whatever is written into the database', () => {
  it('not by a row that is put in for a household in which no one collects', async () => {
    const { other } = await neighbours();
    await expect(raw(inCash(other))).rejects.toThrow(forTwo);
  });

  it('not by a row that is given to another household, or is for a person of another', async () => {
    const { mine, other, grandmother } = await neighbours();
    await expect(raw(`UPDATE payees SET household_id = '${other.id}' ${of(mine)}`)).rejects.toThrow(
      /does not collect for another/,
    );
    const elsewhere = inCash(other).replace(String(other.members[0]?.personId), grandmother);
    await expect(raw(elsewhere)).rejects.toThrow(/is of the household/);
  });

  it('not by a row that goes away', async () => {
    const { mine } = await neighbours();
    for (const sql of [`DELETE FROM payees ${of(mine)}`, 'TRUNCATE payees', `DELETE FROM payee_changes ${of(mine)}`])
      await expect(raw(sql)).rejects.toThrow(/permission denied/);
    await expect(raw('ALTER TABLE payees DISABLE TRIGGER ALL')).rejects.toThrow(/must be owner/);
    await expect(raw(`SET session_replication_role = 'replica'`)).rejects.toThrow(/permission denied/);
  });

  it('not by a request that is confirmed as it is made, or by the person who made it', async () => {
    const { other } = await neighbours();
    await expect(raw(asked(other, 'confirmed', `'b', 'B', now()`), inCash(other))).rejects.toThrow(asAsked);
    const alone = `UPDATE payee_changes SET state = 'confirmed', decided_by = requested_by, decided_by_name = 'A', decided_at = now() ${of(other)}`;
    await expect(raw(asked(other, 'pending', 'NULL, NULL, NULL'), alone)).rejects.toThrow('payee_changes_two_people');
  });

  it('not by a request that is changed while it waits, or after it was decided', async () => {
    const { mine, other, grandmother, husband } = await neighbours();
    await registry.caseworker.put(
      `/v1/households/${mine.id}/payee`,
      { personId: grandmother, channel: 'cash' },
      ifMatch(mine),
    );
    const outsider = String(other.members[0]?.personId);
    for (const set of [`deputy_person_id = '${outsider}'`, `deputy_person_id = '${husband}'`])
      await expect(raw(`UPDATE payee_changes SET ${set} ${of(mine)}`)).rejects.toThrow(asAsked);
    for (const set of [
      `person_id = '${husband}'`,
      `requested_by = 'another'`,
      `provider = 'another'`,
      `account_mark = 'x'`,
    ])
      await expect(raw(`UPDATE payee_changes SET ${set} ${of(mine)}`)).rejects.toThrow(/permission denied/);
    const pending = { ...mine, version: mine.version + 1 };
    const { body } = await supervisor.post(`/v1/households/${mine.id}/payee/confirm`, undefined, ifMatch(pending));
    expect(body.payee).toEqual({ personId: grandmother, channel: 'cash' });
    for (const set of [`decided_by = 'another'`, `state = 'pending', decided_by = NULL`, `reason = 'x'`])
      await expect(raw(`UPDATE payee_changes SET ${set} ${of(mine)}`)).rejects.toThrow(/stays so/);
    for (const set of [`account_sealed = 'x', account_mark = 'x'`, `provider = 'another'`, `person_id = '${husband}'`])
      await expect(raw(`UPDATE payees SET ${set} ${of(mine)}`)).rejects.toThrow(forTwo);
  });

  it('not by what is kept of a payee, first said and then put back', async () => {
    const { mine, husband } = await neighbours();
    const deputy = `jsonb_build_object('personId', deputy_person_id, 'deputyPersonId', NULL, 'channel', channel, 'provider', provider,
      'accountSealed', NULL, 'accountMark', NULL)`;
    const keep = `UPDATE payees SET designated = ${deputy} ${of(mine)}`;
    const follow = `UPDATE payees SET person_id = '${husband}', deputy_person_id = NULL, account_sealed = NULL, account_mark = NULL, designated = NULL ${of(mine)}`;
    await expect(raw(keep)).rejects.toThrow(/is what held/);
    await expect(raw(keep, follow)).rejects.toThrow(/is what held|is for two people/);
    await expect(raw(follow)).rejects.toThrow(forTwo);
  });

  it('not by a temporary table that stands before the real one', async () => {
    const { mine, husband } = await neighbours();
    const forged = [
      'CREATE TEMP TABLE payee_changes (LIKE public.payee_changes) ON COMMIT DROP',
      asked(mine, 'confirmed', `'b', 'B', now()`).replace(String(mine.members[0]?.personId), husband),
      `UPDATE payees SET person_id = '${husband}', deputy_person_id = NULL, channel = 'cash', provider = NULL,
         account_sealed = NULL, account_mark = NULL ${of(mine)}`,
    ];
    await expect(raw(...forged)).rejects.toThrow(forTwo);
  });

  it('not back to a person who has died, though two people had said so', async () => {
    const { mine, grandmother, husband } = await neighbours();
    await registry.caseworker.put(
      `/v1/households/${mine.id}/payee`,
      { personId: husband, channel: 'cash' },
      ifMatch(mine),
    );
    await supervisor.post(`/v1/households/${mine.id}/payee/confirm`, undefined, ifMatch({ version: mine.version + 1 }));
    const { status } = await report(husband, 'certified');
    expect(status).toBeLessThan(300);
    await expect(raw(`UPDATE payees SET vacated = NULL ${of(mine)}`)).rejects.toThrow(forTwo);
    await expect(raw(`UPDATE payees SET vacated = NULL, person_id = '${grandmother}' ${of(mine)}`)).rejects.toThrow(
      forTwo,
    );
  });
});
