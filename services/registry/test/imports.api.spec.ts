import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Household, Import, type ImportColumn, importColumns, type MemberInput } from '@janela/contracts';
import { type Caller, household } from '@janela/testing';
import pg from 'pg';

import { countryPath, lunga, samfya } from './country.ts';
import { csv, errorsOf, file, importFile, row, sample, sampleCounts, send, untilOver } from './importing.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ JANELA_IMPORT_MAX_BYTES: '2000000' });
});
afterAll(() => registry.stop());

async function find(ref: string): Promise<Household> {
  const caller = await registry.as({ roles: ['supervisor'], areas: ['ZM'] });
  const { body } = await caller.get(`/v1/households?externalReference=${ref}`);
  return (await caller.get(`/v1/households/${String(body.items[0]?.id)}`)).body;
}

const inZambia = <T>(sql: string) =>
  registry.db.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
    return tx.query<T[]>(sql);
  });

const eventTypes = async (householdId: string) =>
  (await registry.published()).filter(({ key }) => key === householdId).map(({ type }) => type.split('.').at(-2));

describe('the sample file', () => {
  let first: Import;
  beforeAll(async () => {
    first = await importFile(registry.administrator, sample());
  });

  it('is taken but for the forms with a mistake, each of which is pointed at', async () => {
    const counts = sampleCounts();
    expect(Import.parse(first)).toMatchObject({
      state: 'finished',
      progressPercent: 100,
      rows: counts.rows,
      rowsWithErrors: counts.wrong.forms,
      households: { taken: counts.taken.forms, unchanged: 0, refused: counts.wrong.forms },
    });
    const labels = readFileSync(countryPath('sample/households.labels.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const wrong = labels.map((label) => label.split(',')).filter((cells) => cells[3] === 'wrong');
    const errors = await errorsOf(registry.administrator, first.id);
    const places = errors.map((error) => error.split(' ').slice(0, 2).join(' '));
    expect(places).toEqual(wrong.map((cells) => `${String(cells[0])} ${String(cells[5])}`));
  });

  it('is in the register as it was counted', async () => {
    const counts = sampleCounts();
    const [people] = await inZambia<Record<string, string>>(`
      SELECT count(*) AS taken, count(*) FILTER (WHERE area_code = '${samfya}') AS samfya, count(*) FILTER (WHERE area_code = '${lunga}') AS lunga,
        count(*) FILTER (WHERE sex = 'female') AS female, count(*) FILTER (WHERE palliative_care) AS palliative_care,
        count(*) FILTER (WHERE pregnant) AS pregnant, count(*) FILTER (WHERE insured) AS insured,
        count(*) FILTER (WHERE born_on <= '1961-11-01') AS from_65 FROM people`);
    expect(people).toEqual({
      taken: String(counts.taken.people),
      samfya: String(counts.peopleByArea[samfya]),
      lunga: String(counts.peopleByArea[lunga]),
      ...Object.fromEntries(
        ['female', 'palliative_care', 'pregnant', 'insured', 'from_65'].map((kind) => [
          kind,
          String(counts.people[kind]),
        ]),
      ),
    });
    const channels = await inZambia<{ channel: string; count: string }>(
      'SELECT channel, count(*) FROM payees GROUP BY 1',
    );
    expect(Object.fromEntries(channels.map(({ channel, count }) => [channel, Number(count)]))).toEqual(counts.channels);
    const events = await registry.published();
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect(count('registry.household.registered.v1')).toBe(counts.taken.forms);
    expect(count('registry.payee.designated.v1')).toBe(counts.taken.forms);
  });

  it('changes nothing the second time', async () => {
    const before = (await registry.published()).length;
    const again = await importFile(registry.administrator, sample());
    expect(again.households).toEqual({
      taken: 0,
      unchanged: first.households.taken,
      refused: first.households.refused,
    });
    expect((await registry.published()).length).toBe(before);
  });

  it('leaves no file behind, and nothing of it in clear', async () => {
    expect(await inZambia('SELECT FROM import_parts UNION ALL SELECT FROM import_chunks')).toEqual([]);
    const [error] = await inZambia<{ value_sealed: string }>(
      `SELECT value_sealed FROM import_errors WHERE column_name = 'identifier_value'`,
    );
    expect(error?.value_sealed).toMatch(/^dev1:/);
  });
});

describe('a corrected file', () => {
  const grandson = { relationship: 'grandchild', given_names: 'Mutale', born_on: '2016-05-01', sex: 'male' };

  it('changes what it corrects, and leaves what was changed at the window', async () => {
    const head = { address: 'Kasaba', residence_months: '30', payee: 'yes', channel: 'cash', phone: '+260971234567' };
    await importFile(registry.administrator, file(row('c-1', head), row('c-1', grandson)));
    const before = await find('c-1');
    await registry.caseworker.untyped.patch(
      `/v1/households/${before.id}`,
      {
        reason: 'circumstances',
        dwelling: { roof: 'thatch' },
        members: [{ personId: before.members[1]?.personId, attendsSchool: true }],
      },
      { 'if-match': '"1"' },
    );
    const corrected = { ...head, address: 'Kasaba, by the lake', family_name: 'Mwape-Phiri' };
    const { households } = await importFile(registry.administrator, file(row('c-1', corrected), row('c-1', grandson)));
    expect(households).toEqual({ taken: 1, unchanged: 0, refused: 0 });
    const after = await find('c-1');
    expect(after).toMatchObject({ version: 3, address: 'Kasaba, by the lake', dwelling: { roof: 'thatch' } });
    expect(after.members).toMatchObject([
      { personId: before.members[0]?.personId, familyName: 'Mwape-Phiri', phone: '••• 567' },
      { personId: before.members[1]?.personId, attendsSchool: true },
    ]);
    expect(after.residence).toEqual(before.residence);
    const events = ['registered', 'designated', 'updated', 'change_requested', 'updated'];
    expect(await eventTypes(before.id)).toEqual(events);
  });

  it('adds who is new, and keeps who is only written otherwise', async () => {
    const baby = { relationship: 'child', given_names: 'Taonga', born_on: '2026-10-01' };
    await importFile(registry.administrator, file(row('c-2'), row('c-2', grandson)));
    const before = await find('c-2');
    const rewritten = { ...grandson, given_names: 'Mutale Kunda' };
    await importFile(registry.administrator, file(row('c-2', baby), row('c-2', rewritten), row('c-2')));
    const [head, boy] = before.members.map(({ personId }) => personId);
    expect((await find('c-2')).members.map(({ personId, givenNames }) => [personId, givenNames])).toEqual([
      [head, 'Chanda'],
      [boy, 'Mutale Kunda'],
      [expect.any(String), 'Taonga'],
    ]);
  });

  describe('that was cut short', () => {
    const spouse = { relationship: 'spouse', given_names: 'Joseph', sex: 'male', born_on: '1948-01-05' };
    const numbered = { ...spouse, identifier_type: 'ZM-NRC', identifier_value: '420001/11/1' };
    const waitingOf = async ({ id }: Import) => (await registry.supervisor.get(`/v1/imports/${id}/waiting`)).body.items;

    it('takes no one for gone: the household waits, with who would leave, until a person decides', async () => {
      await importFile(registry.administrator, file(row('k-1'), row('k-1', grandson), row('k-1', numbered)));
      const before = await find('k-1');
      const cut = await importFile(registry.administrator, file(row('k-1'), row('k-1', grandson)));
      expect(cut).toMatchObject({ households: { taken: 0, unchanged: 0, refused: 0 }, waiting: 1 });
      expect(await waitingOf(cut)).toMatchObject([
        { state: 'waiting', members: 3, matched: 2, leaving: [before.members[2]?.personId] },
      ]);
      expect(await find('k-1')).toEqual(before);
    });

    it('waits no more once the whole file comes again', async () => {
      await importFile(registry.administrator, file(row('k-2'), row('k-2', grandson)));
      const cut = await importFile(registry.administrator, file(row('k-2')));
      const whole = await importFile(registry.administrator, file(row('k-2'), row('k-2', grandson)));
      expect(whole).toMatchObject({ households: { unchanged: 1 }, waiting: 0 });
      expect(await waitingOf(cut)).toMatchObject([{ state: 'replaced' }]);
    });

    it('and accepted lets them go, and who comes back with the same official number is the same person', async () => {
      const whole = file(row('k-3'), row('k-3', { ...numbered, identifier_value: '420003/11/1' }));
      await importFile(registry.administrator, whole);
      const before = await find('k-3');
      const cut = await importFile(registry.administrator, file(row('k-3')));
      const [waiting] = await waitingOf(cut);
      await registry.supervisor.post(`/v1/imports/${cut.id}/waiting/${String(waiting?.id)}/accept`);
      expect((await find('k-3')).members).toHaveLength(1);
      expect(await importFile(registry.administrator, whole)).toMatchObject({ households: { taken: 1 }, waiting: 0 });
      const ids = ({ members }: Household) => members.map(({ personId }) => personId);
      expect(ids(await find('k-3'))).toEqual(ids(before));
    });

    it('says nothing of the dead: they stay as they died', async () => {
      await importFile(registry.administrator, file(row('k-4'), row('k-4', spouse)));
      const { members } = await find('k-4');
      const death = { on: '2026-11-05', source: 'household', certainty: 'reported' } as const;
      await registry.caseworker.post(`/v1/people/${String(members[1]?.personId)}/death`, death);
      const over = await importFile(registry.administrator, file(row('k-4', { address: 'Kasaba' })));
      expect(over).toMatchObject({ households: { taken: 1 }, waiting: 0 });
      expect((await find('k-4')).members).toMatchObject([{}, { diedOn: '2026-11-05' }]);
    });
  });

  describe('with a person whom a clerk has added to the household meanwhile', () => {
    const gogo = { givenNames: 'Gogo', familyName: 'Mwape', sex: 'female', bornOn: '1947-03-03' } as const;
    const cells = { relationship: 'parent', given_names: 'Gogo', born_on: '1947-03-03' };
    const add = async (ref: string, about: Partial<MemberInput>) => {
      await importFile(registry.administrator, file(row(ref), row(ref, grandson)));
      const { id } = await find(ref);
      const body = { reason: 'arrival', member: { ...gogo, relationship: 'parent', chronicIllness: true, ...about } };
      expect(
        await registry.caseworker.untyped.post(`/v1/households/${id}/members`, body, { 'if-match': '"1"' }),
      ).toMatchObject({ status: 201 });
      return find(ref);
    };

    it.each([
      [
        'a-1',
        'the same official number',
        { given_names: 'Agogo', born_on: '1947-03-13', identifier_value: '420011/11/1' },
      ],
      ['a-2', 'the same names and birth', { identifier_value: '' }],
    ])('knows her (%s) by %s, and keeps what the clerk wrote down', async (ref, _sign, otherwise) => {
      const identifiers = ref === 'a-1' ? [{ type: 'ZM-NRC', value: '420011/11/1' }] : [];
      const before = await add(ref, { identifiers });
      const type = otherwise.identifier_value && { identifier_type: 'ZM-NRC' };
      const over = await importFile(
        registry.administrator,
        file(row(ref), row(ref, grandson), row(ref, { ...cells, ...type, ...otherwise })),
      );
      expect(over).toMatchObject({ households: { taken: 1 }, waiting: 0 });
      const { members } = await find(ref);
      expect(members.map(({ personId }) => personId)).toEqual(before.members.map(({ personId }) => personId));
      expect(members[2]).toMatchObject({ chronicIllness: true });
    });

    it('asks a person where only the names agree', async () => {
      const before = await add('a-3', {});
      const namesake = row('a-3', { ...cells, born_on: '1950-07-09' });
      const over = await importFile(registry.administrator, file(row('a-3'), row('a-3', grandson), namesake));
      expect(over).toMatchObject({ waiting: 1 });
      expect(await find('a-3')).toEqual(before);
    });
  });

  it('moves a household that it says is elsewhere, where an official number says that it is the same', async () => {
    const numbered = { identifier_type: 'ZM-NRC', identifier_value: '410001/11/1' };
    await importFile(registry.administrator, file(row('c-3', numbered)));
    const before = await find('c-3');
    await importFile(registry.administrator, file(row('c-3', { ...numbered, area_code: lunga })));
    expect(await find('c-3')).toMatchObject({ id: before.id, number: before.number, areaCode: lunga });
    expect(await eventTypes(before.id)).toEqual(['registered', 'moved']);
  });

  it('leaves out a household that is closed, or was registered at the window', async () => {
    await importFile(registry.administrator, file(row('c-4')));
    const closed = await find('c-4');
    await registry.caseworker.post(
      `/v1/households/${closed.id}/close`,
      { on: registry.today(), reason: 'dissolved' },
      { 'if-match': '"1"' },
    );
    await registry.register({
      areaCode: samfya,
      externalReference: 'c-5',
      members: [{ givenNames: 'A', familyName: 'B', sex: 'male', bornOn: '1990-01-01', relationship: 'head' }],
    });
    const over = await importFile(registry.administrator, file(row('c-4', { address: 'x' }), row('c-5'), row('c-6')));
    expect(over.households).toEqual({ taken: 1, unchanged: 0, refused: 2 });
    expect(await errorsOf(registry.administrator, over.id)).toEqual([
      '2 household_ref household_not_active',
      '3 household_ref duplicate_reference',
    ]);
  });

  it('leaves out a household that the window registers at the same moment, and says that its form is taken', async () => {
    await importFile(registry.administrator, file(row('c-7')));
    const first = await find('c-7');
    const window = registry.db.createQueryRunner();
    await window.startTransaction();
    await window.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
    const other = JSON.stringify({ id: randomUUIDv7(), number: 'ZM104011-999999-0', reference_key: 'c-8' });
    await window.query(
      `INSERT INTO households SELECT (jsonb_populate_record(h, $2)).* FROM households h WHERE id = $1`,
      [first.id, other],
    );
    const { body } = await send(registry.administrator, file(row('c-8'), row('c-9')));
    await untilOneWaits();
    await window.commitTransaction();
    await window.release();
    const over = await untilOver(registry.administrator, body.id);
    expect(over.households).toEqual({ taken: 1, unchanged: 0, refused: 1 });
    expect(await errorsOf(registry.administrator, over.id)).toEqual(['2 household_ref duplicate_reference']);
  });
});

/** Until a statement waits for another transaction. */
async function untilOneWaits(): Promise<void> {
  for (;;) {
    const [row] = await registry.db.query<{ waiting: boolean }[]>(
      `SELECT count(*) > 0 AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'transactionid'`,
    );
    if (row?.waiting) return;
    await wait(20);
  }
}

describe('a number that is on the form of another household', () => {
  const other = { given_names: 'Beauty', family_name: 'Zulu', born_on: '1988-07-14' };
  const spouse = { relationship: 'spouse', given_names: 'Joseph', sex: 'male', born_on: '1950-01-01' };
  const everywhere = () => registry.as({ roles: ['supervisor'], areas: ['ZM'] });
  const named = async (ref: string) => {
    const { body } = await (await everywhere()).get(`/v1/households?externalReference=${encodeURIComponent(ref)}`);
    return body.items.map(({ headName, areaCode }) => `${headName} ${areaCode}`).sort();
  };

  it('with no one in common changes nothing, and the form is left out with the reason', async () => {
    const mine = { payee: 'yes', channel: 'mobile_money', account: '+260971234500' };
    await importFile(registry.administrator, file(row('o-1', mine)));
    const before = await find('o-1');
    const theirs = { ...other, payee: 'yes', channel: 'mobile_money', account: '+260971234511' };
    const over = await importFile(registry.administrator, file(row('O- 1', theirs), row('o-2', other)));
    expect(over).toMatchObject({ households: { taken: 1, unchanged: 0, refused: 1 }, waiting: 0 });
    expect(await errorsOf(registry.administrator, over.id)).toEqual(['2 household_ref household_ref_of_others']);
    expect(await find('o-1')).toEqual(before);
    expect(await eventTypes(before.id)).toEqual(['registered', 'designated']);
  });

  const mary = { given_names: 'Mary', family_name: 'Banda', born_on: '1980-01-01' };
  const asNrc = (value: string) => ({ identifier_type: 'ZM-NRC', identifier_value: value });

  it('and of a namesake with another sex and official number takes nothing over, and moves no one', async () => {
    const husband = { ...mary, sex: 'male', born_on: '1989-12-31', ...asNrc('420002/11/1') };
    await importFile(registry.administrator, file(row('n-1', { ...mary, ...asNrc('420001/11/1') }), row('n-2', mary)));
    const before = [await find('n-1'), await find('n-2')];
    const over = await importFile(
      registry.administrator,
      file(row('n-1', husband), row('n-1', { ...husband, area_code: lunga }), row('n-2', { ...mary, sex: 'male' })),
    );
    expect(over).toMatchObject({ households: { taken: 1, unchanged: 0, refused: 2 }, waiting: 0 });
    expect(await errorsOf(registry.administrator, over.id)).toEqual([
      '2 household_ref household_ref_of_others',
      '4 household_ref household_ref_of_others',
    ]);
    for (const each of before) expect((await registry.caseworker.get(`/v1/households/${each.id}`)).body).toEqual(each);
    expect(await named('n-1')).toEqual([`Mary Banda ${lunga}`, `Mary Banda ${samfya}`]);
  });

  it('waits for a person where no official number says that the household came from another district', async () => {
    await importFile(registry.administrator, file(row('n-3', mary)));
    const before = await find('n-3');
    const over = await importFile(registry.administrator, file(row('n-3', { ...mary, area_code: lunga })));
    expect(over).toMatchObject({ households: { taken: 0, unchanged: 0, refused: 0 }, waiting: 1 });
    expect(await find('n-3')).toEqual(before);
  });

  it.each([
    ['another day of birth', { born_on: '1980-01-02' }],
    ['another first name beside the same one, and a birth on the first of January', { given_names: 'Mary Ann' }],
  ])('with %s is not surely the same: %#', async (_what, about) => {
    const ref = `n-4-${Object.keys(about).join()}`;
    await importFile(registry.administrator, file(row(ref, mary)));
    const before = await find(ref);
    const over = await importFile(registry.administrator, file(row(ref, { ...mary, ...about })));
    expect(over.households.taken).toBe(0);
    expect(await find(ref)).toEqual(before);
  });

  it('with the same official number is the same, whatever else was corrected', async () => {
    await importFile(registry.administrator, file(row('n-5', { ...mary, ...asNrc('420003/11/1') })));
    const before = await find('n-5');
    const corrected = { ...mary, family_name: 'Tembo', born_on: '1979-06-02', ...asNrc('420003/11/1') };
    expect((await importFile(registry.administrator, file(row('n-5', corrected)))).households.taken).toBe(1);
    expect((await find('n-5')).members).toMatchObject([
      { personId: before.members[0]?.personId, familyName: 'Tembo', bornOn: '1979-06-02' },
    ]);
  });

  it('of another district is another number', async () => {
    await importFile(registry.administrator, file(row('o-3')));
    const before = await find('o-3');
    const over = await importFile(registry.administrator, file(row('o-3', { ...other, area_code: lunga })));
    expect(over.households).toEqual({ taken: 1, unchanged: 0, refused: 0 });
    expect(await named('o-3')).toEqual([`Beauty Zulu ${lunga}`, `Chanda Mwape ${samfya}`]);
    expect((await registry.caseworker.get(`/v1/households/${before.id}`)).body).toEqual(before);
    const again = await importFile(
      registry.administrator,
      file(row('o-3'), row('o-3', { ...other, area_code: lunga, address: 'Kasaba' })),
    );
    expect(again.households).toEqual({ taken: 1, unchanged: 1, refused: 0 });
  });

  it('of another series of forms is another number, and the same however it is written', async () => {
    const series = async (source: string, ref: string, cells = {}) => {
      const { body } = await send(registry.administrator, file(row(ref, cells)), {}, `?source=${source}`);
      return (await untilOver(registry.administrator, body.id)).households;
    };
    expect(await series('relief-2025', 'Fórm 7')).toMatchObject({ taken: 1 });
    expect(await series('pension-2026', 'form7', other)).toMatchObject({ taken: 1 });
    expect(await series('relief-2025', 'FORM  7')).toMatchObject({ unchanged: 1 });
    expect(await named('form7')).toEqual([`Beauty Zulu ${samfya}`, `Chanda Mwape ${samfya}`]);
    const taken = await registry.register(household({ externalReference: 'FORM-8' }));
    expect(await registry.register(household({ externalReference: ' form-8' }))).toMatchObject({
      status: 409,
      body: { code: 'registry.duplicate_reference', householdId: taken.body.id },
    });
    expect(
      (await registry.neighbour.post('/v1/households', household({ areaCode: lunga, externalReference: 'form-8' })))
        .status,
    ).toBe(201);
  });

  it('waits for a person where only some are the same, who accepts the form or drops it', async () => {
    await importFile(registry.administrator, file(row('w-7'), row('w-7', spouse), row('w-8'), row('w-8', spouse)));
    const before = [await find('w-7'), await find('w-8')];
    const half = file(row('w-7', other), row('w-7', spouse), row('w-8', other), row('w-8', spouse), row('w-9'));
    const over = await importFile(registry.administrator, half);
    expect(over).toMatchObject({ households: { taken: 1, unchanged: 0, refused: 0 }, waiting: 2, rowsWithErrors: 2 });
    expect(await errorsOf(registry.administrator, over.id)).toEqual([
      '2 household_ref household_waits',
      '4 household_ref household_waits',
    ]);
    expect([await find('w-7'), await find('w-8')]).toEqual(before);

    const path = `/v1/imports/${over.id}/waiting` as const;
    expect((await registry.neighbour.get(path)).status).toBe(403);
    const elsewhere = await registry.as({ roles: ['supervisor'], areas: [lunga], id: 'supervisor-lunga' });
    const listed = async (by: Caller<'registry'>) =>
      (await by.get('/v1/imports')).body.items.filter(({ id }) => id === over.id);
    expect(await listed(registry.supervisor)).toMatchObject([{ waiting: 2 }]);
    expect((await registry.supervisor.get(`/v1/imports/${over.id}`)).body).toMatchObject({ waiting: 2 });
    expect((await registry.supervisor.get(`/v1/imports/${over.id}/errors.csv`)).status).toBe(403);
    expect(await listed(elsewhere)).toEqual([]);
    expect((await elsewhere.get(`/v1/imports/${over.id}`)).body).toMatchObject({ code: 'registry.import_not_found' });
    const { body } = await registry.supervisor.get(path);
    expect(body.items).toMatchObject([
      { householdRef: 'w-7', householdId: before[0]?.id, line: 2, members: 2, matched: 1, state: 'waiting' },
      { householdRef: 'w-8' },
    ]);
    const logOf = (id: string | undefined) => registry.supervisor.get(`/v1/households/${String(id)}/access-log`);
    for (const { id } of before) expect((await logOf(id)).body.items[0]).toMatchObject({ what: 'import_waiting' });
    const read = `SELECT FROM audit_entries WHERE action = 'import.errors_read' AND subject = 'import:${over.id}'`;
    expect(await inZambia(read)).toHaveLength(1);
    const [seventh, eighth] = body.items.map(({ id }) => id);
    expect(await registry.administrator.post(`${path}/${seventh}/accept`)).toMatchObject({
      status: 403,
      body: { code: 'registry.waiting_own' },
    });
    const itself = `UPDATE import_waiting SET state = 'accepted', sealed = NULL, decided_by = sent_by, decided_at = now() WHERE id = '${seventh}'`;
    await expect(inZambia(itself)).rejects.toThrow('import_waiting_accepted_by_another');
    expect(await registry.supervisor.post(`${path}/${seventh}/accept`)).toMatchObject({ body: { state: 'accepted' } });
    expect(await registry.supervisor.post(`${path}/${eighth}/drop`)).toMatchObject({ body: { state: 'dropped' } });
    expect((await registry.supervisor.post(`${path}/${eighth}/accept`)).body).toMatchObject({
      code: 'registry.waiting_decided',
    });
    expect((await find('w-7')).members.map(({ givenNames }) => givenNames)).toEqual(['Joseph', 'Beauty']);
    expect(await find('w-8')).toEqual(before[1]);
    const { body: settled } = await registry.administrator.get(`/v1/imports/${over.id}`);
    expect(settled).toMatchObject({ households: { taken: 2, unchanged: 0, refused: 1 }, waiting: 0 });
    expect(await listed(registry.supervisor)).toMatchObject([{ waiting: 0 }]);
    expect(await inZambia(`SELECT FROM import_waiting WHERE import_id = '${over.id}' AND sealed IS NOT NULL`)).toEqual(
      [],
    );
  });
});

describe('a household that cannot be written', () => {
  it('is left out alone, with a code, and the others of its file are taken', async () => {
    const owner = new pg.Client({ connectionString: registry.service.database.migratorUrl });
    await owner.connect();
    await owner.query(`ALTER TABLE people ADD CONSTRAINT no_such_name CHECK (family_name <> 'Unwritable') NOT VALID`);
    const rows = Array.from({ length: 40 }, (_, index) =>
      row(`b-${index}`, { family_name: index % 15 === 7 ? 'Unwritable' : 'Mwape', born_on: '1990-01-01' }),
    );
    const over = await importFile(registry.administrator, file(...rows));
    await owner.query('ALTER TABLE people DROP CONSTRAINT no_such_name');
    await owner.end();
    expect(over).toMatchObject({ state: 'finished', households: { taken: 37, unchanged: 0, refused: 3 } });
    expect(await errorsOf(registry.administrator, over.id)).toEqual(
      [9, 24, 39].map((line) => `${line} household_ref breaks_rule`),
    );
  });

  it('is not one whose names are as long as names may be', async () => {
    const long = { given_names: 'G'.repeat(100), family_name: 'F'.repeat(100), payee: 'yes', channel: 'cash' };
    const over = await importFile(registry.administrator, file(row('b-long', long)));
    expect(over).toMatchObject({ state: 'finished', households: { taken: 1, refused: 0 } });
  });
});

describe('an import that ends its process each time', () => {
  it('is given up, and nothing of its file is left', async () => {
    const id = randomUUIDv7();
    await inZambia(`
      INSERT INTO imports (id, state, file_name, bytes, bytes_checked, actor, actor_name, actor_kind, actor_areas, rows, rows_with_errors,
        taken, unchanged, refused, chunks, chunks_written, started_at)
      VALUES ('${id}', 'writing', 'x.csv', 1, 1, 'a', 'A', 'staff', '{ZM}', 1, 0, 0, 0, 0, 2, 1, now())`);
    await inZambia(
      `INSERT INTO import_parts VALUES ('${id}', 0, 'dev1:x'); INSERT INTO import_chunks VALUES ('${id}', 1, 'dev1:x')`,
    );
    await inZambia(`
      INSERT INTO due_work (name, key, ids, due_at, next_at, attempts)
      VALUES ('registry.work-import', 'importId=${id}', '{"importId": "${id}"}', now(), now(), 12)`);
    const over = await untilOver(registry.administrator, id);
    expect(over).toMatchObject({ state: 'failed', failure: 'registry.import_given_up' });
    expect(await inZambia(`SELECT FROM import_parts UNION ALL SELECT FROM import_chunks`)).toEqual([]);
  });
});

describe('a file as a spreadsheet saves it', () => {
  it('is read without its separator line, its empty rows and columns and its marks', async () => {
    const lines = file(row('x-1', { given_names: 'João' }), row('x-2'))
      .trimEnd()
      .split('\n');
    const saved = `\ufeffsep=,\r\n${lines.map((line) => `${line},,,`).join('\r\n')}\r\n${',,,\r\n'.repeat(300)} , , \r\n`;
    const over = await importFile(registry.administrator, saved);
    expect(over).toMatchObject({ rows: 2, rowsWithErrors: 0, households: { taken: 2, unchanged: 0, refused: 0 } });
    expect((await find('x-1')).members[0]?.givenNames).toBe('João');
  });

  it('loses only the household with a quote out of place', async () => {
    const lines = file(row('x-3'), row('x-4'), row('x-5'), row('x-5', { relationship: 'child' }), row('x-6')).split(
      '\n',
    );
    const broken = lines.map((line, index) => (index === 2 || index === 4 ? line.replace('Chanda', '"Chanda') : line));
    const over = await importFile(registry.administrator, broken.join('\n'));
    expect(over).toMatchObject({ households: { taken: 2, unchanged: 0, refused: 2 } });
    expect(await errorsOf(registry.administrator, over.id)).toEqual([
      '3 household_ref quote_out_of_place',
      '5 household_ref quote_out_of_place',
    ]);
  });

  it('has its numbers read behind the mark that they are text', async () => {
    const numbered = { identifier_type: 'ZM-NRC', identifier_value: "'440001/11/1" };
    const paid = { payee: 'yes', channel: 'mobile_money', provider: 'sandbox', account: "'0971234567" };
    const { id } = await importFile(
      registry.administrator,
      file(row('x-9', { phone: "'0971234567", ...numbered, ...paid })),
    );
    expect(await errorsOf(registry.administrator, id)).toEqual([]);
    expect((await find('x-9')).members[0]).toMatchObject({
      phone: '••• 567',
      identifiers: [{ type: 'ZM-NRC', masked: expect.stringMatching(/1$/) }],
    });
  });

  it('that has nothing but empty rows is empty, and one with semicolons is refused with that reason once', async () => {
    expect(await send(registry.administrator, `${csv(importColumns)},,,\n,,,\n`)).toMatchObject({
      body: { code: 'registry.import_empty' },
    });
    expect(await send(registry.administrator, `sep=;\n${file(row('x')).replaceAll(',', ';')}`)).toMatchObject({
      body: { code: 'registry.import_columns_missing', detail: 'The columns are to be separated by commas' },
    });
  });

  it('gets its errors back in one that it opens with its accents', async () => {
    const { id } = await importFile(registry.administrator, file(row('x-7', { sex: 'João' })));
    const token = await registry.service.issuer.token({ roles: ['administrator'] });
    const answer = await fetch(`${registry.service.running.address}/v1/imports/${id}/errors.csv`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).toContain('João');
  });
});

const wrongRows: [string, Partial<Record<ImportColumn, string>>, string][] = [
  ['a formula', { address: '=1+1' }, 'address formula'],
  ['a formula in the clothes of a telephone', { phone: '+SUM(A1)' }, 'phone formula'],
  ['a sex outside the list', { sex: 'X' }, 'sex invalid_value'],
  ['a day that does not exist', { born_on: '1956-02-30' }, 'born_on invalid_format'],
  ['no name', { given_names: '' }, 'given_names required'],
  [
    'a malformed national number',
    { identifier_type: 'ZM-NRC', identifier_value: '12/3' },
    'identifier_value identifier_malformed',
  ],
  ['a number without its kind', { identifier_value: '123456/78/1' }, 'identifier_type required'],
  ['an area that does not exist', { area_code: 'ZM104099' }, 'area_code area_unknown'],
  ['an area that is no more', { area_code: 'ZM104012' }, 'area_code area_closed'],
  ['an area of another country', { area_code: 'MZ0101' }, 'area_code area_out_of_reach'],
  ['months that are no number', { residence_months: 'long' }, 'residence_months not_a_number'],
  ['neither true nor false', { urban: 'maybe' }, 'urban not_a_boolean'],
  ['difficulties outside the scale', { seeing: '5' }, 'seeing too_big'],
  ['an asset that is none', { assets: 'radio|yacht' }, 'assets invalid_value'],
  ['mobile money without an account', { payee: 'yes', channel: 'mobile_money' }, 'account required'],
  [
    'a wallet that a spreadsheet has spoilt',
    { payee: 'yes', channel: 'mobile_money', account: '2.60971E+11' },
    'account account_invalid',
  ],
  ['a dash for a wallet', { payee: 'yes', channel: 'mobile_money', account: '-' }, 'account account_invalid'],
  ['a telephone that is none', { phone: '12' }, 'phone telephone_invalid'],
  ['a way to pay and no one to pay', { channel: 'cash' }, 'payee payee_missing'],
  ['a consent without a day', { consent_method: 'thumbprint' }, 'consent_given_on required'],
  ['no one who is the head', { relationship: 'child' }, 'relationship head_missing'],
];

describe('a wrong row', () => {
  let over: Import;
  let errors: string[];
  beforeAll(async () => {
    const rows = wrongRows.map(([, cells], index) => row(`wrong-${index}`, cells));
    over = await importFile(registry.administrator, file(...rows, row('right')));
    errors = await errorsOf(registry.administrator, over.id);
  });

  it.each(wrongRows)('with %s is pointed at', (_what, cells, error) => {
    const line = wrongRows.findIndex(([, other]) => other === cells) + 2;
    expect(errors.filter((each) => each.startsWith(`${line} `))).toEqual([`${line} ${error}`]);
  });

  it('leaves its household out and takes all others', async () => {
    expect(over).toMatchObject({ state: 'finished', rowsWithErrors: wrongRows.length });
    expect(over.households).toEqual({ taken: 1, unchanged: 0, refused: wrongRows.length });
    expect((await find('right')).version).toBe(1);
  });

  it('of a household that stands in two places leaves both out', async () => {
    const { households, id } = await importFile(
      registry.administrator,
      file(row('s-1'), row('s-2'), row('s-1', { relationship: 'child' })),
    );
    expect(households).toEqual({ taken: 1, unchanged: 0, refused: 2 });
    expect(await errorsOf(registry.administrator, id)).toContain('4 household_ref household_ref_scattered');
  });

  it('with a cell too many is one', async () => {
    const header = ['household_ref', 'area_code', 'given_names', 'family_name', 'sex', 'born_on', 'relationship'];
    const { id } = await importFile(
      registry.administrator,
      csv(header, ['w-1', samfya, 'A', 'B', 'male', '1990-01-01', 'head', '?']),
    );
    expect(await errorsOf(registry.administrator, id)).toEqual(['2 household_ref wrong_number_of_cells']);
  });

  it('is refused to a caller without a token or without the role, whatever kind of file it is', async () => {
    const type = { 'content-type': 'application/pdf' };
    expect((await registry.anonymous.post('/v1/imports', 'x', type)).status).toBe(401);
    expect((await registry.caseworker.post('/v1/imports', 'x', type)).status).toBe(403);
    expect((await registry.administrator.post('/v1/imports', 'x', type)).status).toBe(415);
  });

  it('is described in the language that was asked for, with nothing that a spreadsheet would work out', async () => {
    const { id } = await importFile(registry.administrator, file(row('l-1', { address: '=HYPERLINK("http://x")' })));
    const { text, headers } = await registry.administrator.get(`/v1/imports/${id}/errors.csv`, {
      'accept-language': 'pt-MZ, en',
    });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text).toBe(
      `line,column,code,message,value\r\n2,address,formula,é uma fórmula,"'=HYPERLINK(""http://x"")"\r\n`,
    );
  });
});

describe('a file that is none', () => {
  const good = file(row('good'));
  const without = (column: string) =>
    csv(
      importColumns.filter((name) => name !== column),
      [],
    );
  it.each<[string, string | Uint8Array, number, string]>([
    ['empty', '', 422, 'registry.import_empty'],
    ['nothing but a header', csv(importColumns), 422, 'registry.import_empty'],
    ['binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 422, 'registry.import_binary'],
    ['Latin-1', Buffer.from(good.replace('Chanda', 'João'), 'latin1'), 422, 'registry.import_not_utf8'],
    ['without a column that must be there', without('born_on'), 422, 'registry.import_columns_missing'],
    ['separated by something else', good.replaceAll(',', ';'), 422, 'registry.import_columns_missing'],
    ['with a column that is not known', csv([...importColumns, 'income'], []), 422, 'registry.import_columns_unknown'],
    ['with a column twice', csv([...importColumns, 'sex'], []), 422, 'registry.import_columns_repeated'],
    ['of a hundred thousand columns', 'x,'.repeat(100_000), 422, 'registry.import_too_many_columns'],
    ['too large', `${good}${'x'.repeat(2_000_000)}`, 413, 'registry.import_too_large'],
  ])('%s is refused as a whole', async (_what, bytes, status, code) => {
    expect(await send(registry.administrator, bytes)).toMatchObject({ status, body: { code } });
    expect(await inZambia('SELECT FROM import_parts')).toEqual([]);
  });

  it.each([
    ['a spreadsheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['JSON', 'application/json'],
    ['a form', 'multipart/form-data; boundary=x'],
  ])('but %s is refused by its type', async (_what, type) => {
    expect(await send(registry.administrator, '{}', { 'content-type': type })).toMatchObject({
      status: 415,
      body: { code: 'request.unsupported_media_type' },
    });
  });

  it('but nothing at all is refused as empty', async () => {
    expect(await registry.administrator.untyped.post('/v1/imports')).toMatchObject({
      status: 422,
      body: { code: 'registry.import_empty' },
    });
  });

  it('but loses a quote on the way fails before anything is written, and says where', async () => {
    const over = await importFile(registry.administrator, `${file(row('q-1'), row('q-2'))}q-3,"${'x,'.repeat(40_000)}`);
    expect(over).toMatchObject({ state: 'failed', failure: 'registry.import_csv_broken', households: { taken: 0 } });
    expect(await errorsOf(registry.administrator, over.id)).toEqual([
      expect.stringMatching(/^4 household_ref csv_broken$/),
    ]);
  });
});

describe('an import', () => {
  it('is started once, however often the same file is sent with the same key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [first, again] = [
      await send(registry.administrator, file(row('k-1')), key),
      await send(registry.administrator, file(row('k-1')), key),
    ];
    expect(again.body).toEqual(first.body);
    expect(await send(registry.administrator, file(row('k-2')), key)).toMatchObject({ status: 422 });
    await untilOver(registry.administrator, first.body.id);
    expect(await inZambia('SELECT FROM import_parts')).toEqual([]);
  });

  it('is listed to the person who started it, under the name of the file', async () => {
    const { body } = await send(registry.administrator, file(row('n-1')), {}, '?fileName=visits.csv');
    await untilOver(registry.administrator, body.id);
    const list = await registry.administrator.get('/v1/imports?limit=1');
    expect(list.body.items).toMatchObject([{ id: body.id, fileName: 'visits.csv', state: 'finished' }]);
    expect(list.body.next).toEqual(expect.any(String));
  });

  it('is not for an administrator of a part of the country', async () => {
    const { id } = await importFile(registry.administrator, file(row('p-1')));
    const other = await registry.as({ roles: ['administrator'], areas: [lunga], id: 'lunga-admin' });
    const missing = { status: 404, body: { code: 'registry.import_not_found' } };
    expect(await other.get(`/v1/imports/${id}`)).toMatchObject(missing);
    expect(await other.get(`/v1/imports/${id}/errors.csv`)).toMatchObject(missing);
    expect(await other.get(`/v1/imports/${randomUUID()}`)).toMatchObject(missing);
    const own = await importFile(other, file(row('p-2'), row('p-3', { area_code: lunga })));
    expect(own.households).toEqual({ taken: 1, unchanged: 0, refused: 1 });
    expect((await registry.administrator.get(`/v1/imports/${own.id}`)).status).toBe(200);
  });
});
