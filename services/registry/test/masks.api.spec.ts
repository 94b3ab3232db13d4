import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Household } from '@janela/contracts';
import { Database, readConfig, type RunningService, startService } from '@janela/platform';
import { Caller, fullHousehold, ifMatch } from '@janela/testing';

import { HouseholdRecordsJobs } from '../src/household-records/household-records.jobs.ts';
import { RegistryConfig } from '../src/registry.config.ts';
import { RegistryModule } from '../src/registry.module.ts';
import { system } from '../src/system.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

const wallet = '+260977000011';
const anotherKey = `other:${Buffer.alloc(32, 7).toString('base64')}`;

let registry: Registry;
/** Another instance on the same database, which cannot decrypt what the first has encrypted. */
let withoutKey: RunningService;
let blind: Caller<'registry'>;
let mine: Household;
beforeAll(async () => {
  registry = await startRegistry();
  const environment = { ...registry.service.environment, JANELA_ENCRYPTION_KEY: anotherKey };
  withoutKey = await startService(RegistryModule, readConfig(RegistryConfig, environment));
  blind = new Caller<'registry'>(withoutKey.address, await registry.service.issuer.token({ roles: ['supervisor'] }));
  mine = (await registry.register(fullHousehold())).body;
  const payee = { personId: mine.members[0]?.personId, channel: 'mobile_money', account: wallet };
  await registry.caseworker.untyped.put(`/v1/households/${mine.id}/payee`, payee, ifMatch(mine));
});
afterAll(async () => {
  await withoutKey.close();
  await registry.stop();
});

const inZambia = (sql: string) =>
  registry.db.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
    return tx.query<Record<string, unknown>[]>(sql);
  });
const get = (caller: Caller<'registry'>) => caller.get(`/v1/households/${mine.id}`);
const listChanges = (caller: Caller<'registry'>) => caller.get('/v1/payee-changes?state=pending');
const numbersOf = ({ members, payee, pendingPayee }: Household) => [
  members[0]?.phone,
  members[0]?.identifiers.map(({ masked }) => masked),
  payee?.account,
  pendingPayee?.account,
];
const masks = ['••• 567', ['••• 8/1'], '••• 567', '••• 011'];
/** As an instance of the version before would have stored them; a mask of an account cannot be taken away by itself. */
const storeAsBefore = async () => {
  await inZambia('UPDATE people SET phone_masked = NULL');
  await inZambia('UPDATE identifiers SET value_masked = NULL');
};

describe('numbers that are shown', () => {
  it('are shown by their masks without the key that they were encrypted with', async () => {
    const { status, body } = await get(blind);
    expect(status).toBe(200);
    expect(numbersOf(body)).toEqual(masks);
    expect((await listChanges(blind)).body.items).toMatchObject([{ account: '••• 011' }]);
    expect((await get(registry.caseworker)).body.members).toEqual(body.members);
  });

  it('are stored encrypted, with their last three signs beside them and nothing more', async () => {
    const [row] = await inZambia(
      'SELECT phone_sealed AS sealed, phone_masked AS masked FROM people WHERE position = 0',
    );
    expect(row).toEqual({ sealed: expect.stringMatching(/^dev1:/), masked: '••• 567' });
    expect(JSON.stringify(row)).not.toContain('97123');
  });

  it('are decrypted where they were stored without a mask, until the job has filled it', async () => {
    await storeAsBefore();
    expect((await get(blind)).status).toBe(500);
    expect(numbersOf((await get(registry.caseworker)).body)).toEqual(masks);
    await fill(registry.service.running);
    expect(numbersOf((await get(blind)).body)).toEqual(masks);
  });

  it('lose the mask of the number before where the version before writes another one', async () => {
    await inZambia(`UPDATE people SET phone_sealed = 'dev1:another' WHERE position = 0`);
    expect(await inZambia('SELECT phone_masked FROM people WHERE position = 0')).toEqual([{ phone_masked: null }]);
  });

  it.each(['payees', 'payee_changes'])('of %s keep the mask that a second person sees', async (table) => {
    const stays = /the mask of an account stays/;
    await expect(inZambia(`UPDATE ${table} SET account_masked = '••• 999'`)).rejects.toThrow(stays);
    await expect(inZambia(`UPDATE ${table} SET account_masked = NULL`)).rejects.toThrow(stays);
  });
});

async function fill({ app }: RunningService): Promise<void> {
  const jobs = app.get(HouseholdRecordsJobs, { strict: false });
  await app
    .get(Database, { strict: false })
    .write(system, (tx) => jobs.fillMasks({} as Parameters<typeof jobs.fillMasks>[0], tx));
}
