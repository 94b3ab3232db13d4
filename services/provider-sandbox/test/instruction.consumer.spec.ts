import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstructionIssued, OutcomeReported, SandboxOutcome, type DataOf } from '@janela/contracts';
import { deliver, recordOf } from '@janela/messaging';
import type { Caller, Harness } from '@janela/testing';

import { startSandbox } from './provider-sandbox.harness.ts';

let sandbox: Harness<'provider-sandbox'>;
let director: Caller<'provider-sandbox'>;
beforeAll(async () => {
  sandbox = await startSandbox({ JANELA_LATE_SECONDS: '0' });
  director = await sandbox.as('provider-sandbox');
});
afterAll(() => sandbox.stop());

type Issued = DataOf<typeof InstructionIssued>;
const instruction = (account: string, about: Partial<Issued> = {}): Issued => {
  const instructionId = randomUUID();
  return {
    instructionId,
    paymentId: randomUUID(),
    endToEndId: instructionId.replaceAll('-', ''),
    provider: 'sandbox',
    amountMinor: 40_000,
    currency: 'ZMW',
    requestedOn: '2026-11-20',
    purpose: 'Social Cash Transfer 2026-11',
    payee: { name: 'Chanda Mwape', channel: 'mobile_money', account },
    ...about,
  };
};
const issue = (data: Issued, aggregateVersion = 1) => sandbox.publish(InstructionIssued, data, { aggregateVersion });
const saidOf = async ({ instructionId }: Issued) =>
  (await sandbox.published(OutcomeReported))
    .map(({ data }) => data)
    .filter((one) => one.instructionId === instructionId);
const statusesOf = async (data: Issued) => (await saidOf(data)).map(({ status }) => status);
const movedOf = async ({ instructionId }: Issued) =>
  (await director.get(`/v1/book?instructionId=${instructionId}`)).body.items;

const ends: Record<SandboxOutcome, { said: string[]; saidWhenAsked: string[]; moved: string[] }> = {
  paid: { said: ['paid'], saidWhenAsked: ['paid'], moved: ['out'] },
  failed: { said: ['failed'], saidWhenAsked: ['failed'], moved: [] },
  returned: { said: ['paid', 'returned'], saidWhenAsked: ['paid', 'returned'], moved: ['out', 'back'] },
  late: { said: ['pending', 'paid'], saidWhenAsked: ['pending', 'paid'], moved: ['out'] },
  silent: { said: [], saidWhenAsked: [], moved: ['out'] },
  duplicate: { said: ['paid', 'paid'], saidWhenAsked: ['paid', 'paid'], moved: ['out'] },
  when_asked: { said: [], saidWhenAsked: ['paid'], moved: ['out'] },
  unknown: { said: ['unknown'], saidWhenAsked: ['unknown', 'paid'], moved: ['out'] },
  other_amount: { said: ['paid'], saidWhenAsked: ['paid'], moved: ['out'] },
  other_currency: { said: ['paid'], saidWhenAsked: ['paid'], moved: ['out'] },
  contradicts: { said: ['paid', 'failed'], saidWhenAsked: ['paid', 'failed'], moved: ['out'] },
};

describe('an instruction', () => {
  it.each(SandboxOutcome.options)(
    'that is to end as %s is done once, and answered as often as it is asked about',
    async (outcome) => {
      const ending = `Z${SandboxOutcome.options.indexOf(outcome).toString(36)}`;
      await director.post('/v1/behaviours', { behaviours: [{ accountEnding: ending, outcome }] });
      const data = instruction(`+2609700000${ending}`);
      await issue(data);
      const { said, saidWhenAsked, moved } = ends[outcome];
      if (outcome === 'late') await until(async () => (await statusesOf(data)).length === 2);
      expect(await statusesOf(data)).toEqual(said);

      await issue(data, 2);
      const afterAsking = await saidOf(data);
      expect(afterAsking.slice(said.length).map(({ status }) => status)).toEqual(saidWhenAsked);
      // Whatever was said before is said again in the same words.
      expect(afterAsking.slice(said.length, 2 * said.length)).toEqual(afterAsking.slice(0, said.length));
      await issue(data, 3);
      expect((await statusesOf(data)).slice(said.length + saidWhenAsked.length)).toEqual(saidWhenAsked);
      expect((await movedOf(data)).map(({ direction }) => direction)).toEqual(moved);
    },
  );

  it('that comes twice in one go is one payment', async () => {
    const [data, other] = [instruction('+260970000099'), instruction('+260970000098')];
    const [consumer] = sandbox.service.messaging.list();
    await consumer?.accept([
      recordOf(InstructionIssued, data),
      recordOf(InstructionIssued, other),
      recordOf(InstructionIssued, data, { aggregateVersion: 2 }),
    ]);
    expect([await statusesOf(data), await statusesOf(other)]).toEqual([['paid', 'paid'], ['paid']]);
    expect(await movedOf(data)).toMatchObject([
      {
        direction: 'out',
        amountMinor: 40_000,
        currency: 'ZMW',
        paymentId: data.paymentId,
        endToEndId: data.endToEndId,
      },
    ]);
  });

  it('that is delivered twice is consumed once', async () => {
    const record = recordOf(InstructionIssued, instruction('+260970000099'));
    const [first] = await deliver(sandbox.service.messaging, record);
    const [again] = await deliver(sandbox.service.messaging, record);
    expect([first?.applied.length, again?.applied.length]).toEqual([1, 0]);
  });

  it('needs no account where it is paid in cash', async () => {
    const data = instruction('', { payee: { name: 'Chanda Mwape', channel: 'cash' } });
    await issue(data);
    expect(await statusesOf(data)).toEqual(['paid']);
  });

  it('is forgotten as to whom it was for', async () => {
    const tables = ['instructions', 'movements', 'answers', 'outbox'];
    const rows = await Promise.all(tables.map((table) => sandbox.db.query<object[]>(`SELECT * FROM ${table}`)));
    expect(JSON.stringify(rows)).not.toMatch(/Mwape|\+26097/);
  });

  it('claims what it is set to claim, and has paid that', async () => {
    const [amount, currency] = [instruction('+2609700000Z8'), instruction('+2609700000Z9')];
    for (const data of [amount, currency]) await issue(data);
    expect((await saidOf(amount)).map((one) => one.amount)).toEqual([{ amountMinor: 50_000, currency: 'ZMW' }]);
    expect((await movedOf(amount)).map(({ amountMinor }) => amountMinor)).toEqual([50_000]);
    expect((await saidOf(currency)).map((one) => one.amount)).toEqual([{ amountMinor: 40_000, currency: 'USD' }]);
  });
});

describe('how it behaves', () => {
  it('is what the country says of it, from the beginning', async () => {
    const fresh = await startSandbox();
    const { body } = await (await fresh.as('administrator')).get('/v1/behaviours');
    await fresh.stop();
    const file = new URL('../../../countries/zambia/providers.json', import.meta.url);
    const [{ behaviours, otherwise } = { behaviours: [], otherwise: '' }] = JSON.parse(readFileSync(file, 'utf8')) as {
      behaviours: { accountEnding: string; outcome: string }[];
      otherwise: string;
    }[];
    expect(body).toEqual({
      behaviours: behaviours.map(({ accountEnding, outcome }) => ({ accountEnding, outcome })),
      otherwise,
    });
  });

  it('follows the amount before the account, and can be set for all others', async () => {
    const set = await director.post('/v1/behaviours', {
      behaviours: [
        { amountMinor: 77, outcome: 'failed' },
        { accountEnding: '88', outcome: 'unknown' },
      ],
      otherwise: 'silent',
    });
    expect(set).toMatchObject({ status: 200, body: { otherwise: 'silent' } });
    const [byAmount, byAccount, other] = [
      instruction('+260970000088', { amountMinor: 77 }),
      instruction('+260970000088'),
      instruction('+260970000066'),
    ];
    for (const data of [byAmount, byAccount, other]) await issue(data);
    expect([await statusesOf(byAmount), await statusesOf(byAccount), await statusesOf(other)]).toEqual([
      ['failed'],
      ['unknown'],
      [],
    ]);
    await director.post('/v1/behaviours', { otherwise: 'paid' });
  });

  it.each([
    ['an outcome that it does not know', { behaviours: [{ accountEnding: '01', outcome: 'lost' }] }],
    ['an ending of three', { behaviours: [{ accountEnding: '001', outcome: 'paid' }] }],
    ['an amount and an account at once', { behaviours: [{ accountEnding: '01', amountMinor: 1, outcome: 'paid' }] }],
  ])('is not changed by %s', async (_what, body) => {
    expect(await director.untyped.post('/v1/behaviours', body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
