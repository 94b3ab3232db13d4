import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { catalogue, type Role } from '@janela/contracts';
import {
  Caller,
  freshDatabase,
  type FreshDatabase,
  freshTopics,
  type PrivateBroker,
  privateBroker,
  ScriptProcess,
} from '@janela/testing';

import { type Payments, startPayments } from './payments.harness.ts';

const sandboxFolder = new URL('../../provider-sandbox/src/', import.meta.url);
const paymentsFolder = new URL('../src/', import.meta.url);
const topics = [
  'payments.instruction.sandbox',
  'payments.outcome.sandbox',
  'payments.cycle',
  'payments.payment',
  'payments.contribution',
];
const consumed = [
  'eligibility.enrolment',
  'eligibility.programme',
  'registry.household',
  'registry.payee',
  'registry.person',
];

/** A service as a process of its own, which can be killed at any moment and started again at the same address. */
export class StackProcess {
  private process: ScriptProcess | undefined;

  constructor(
    private readonly file: URL,
    private readonly env: Record<string, string>,
  ) {}

  async start(): Promise<void> {
    this.process = ScriptProcess.start(this.file, { env: this.env });
    const died = this.process.ended.then(() => {
      throw new Error(`${this.file.pathname} ended:\n${this.process?.output.slice(-20).join('\n')}`);
    });
    await Promise.race([until(() => answers(`http://127.0.0.1:${this.env['JANELA_PORT']}/health/ready`)), died]);
    died.catch(() => undefined);
  }

  async kill(): Promise<void> {
    await this.process?.kill();
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }

  caller(token: string): Caller<'payments'> {
    return new Caller<'payments'>(`http://127.0.0.1:${this.env['JANELA_PORT']}`, token);
  }
}

/** Payments and the pretend payment company, each with its own database, and a broker of their own between them. */
export interface PaymentsStack {
  /** Receives events as long as nothing has been started; after that only its database is of use. */
  seed: Payments;
  payments: StackProcess;
  sandbox: StackProcess;
  sandboxDatabase: FreshDatabase;
  as: (at: 'payments' | 'sandbox', role: Role) => Promise<Caller<'payments'>>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startPaymentsStack(environment: Record<string, string> = {}): Promise<PaymentsStack> {
  const broker: PrivateBroker = await privateBroker();
  await freshTopics([...topics, ...consumed], { brokers: broker.brokers, prefix: '', partitions: 4 });
  const [seed, sandboxDatabase] = await Promise.all([startPayments(), freshDatabase([])]);
  const kafka = { JANELA_KAFKA_BROKERS: broker.brokers.join(','), JANELA_EVENTS: 'on' };
  const shared: Record<string, string> = { ...seed.service.environment, ...kafka };
  const sandboxEnv = {
    ...shared,
    JANELA_DATABASE_URL: sandboxDatabase.url,
    JANELA_PORT: String(await freePort()),
    JANELA_MIGRATOR_URL: sandboxDatabase.migratorUrl,
    JANELA_LATE_SECONDS: '1',
  };
  const migration = ScriptProcess.start(new URL('migrate.ts', sandboxFolder), { env: sandboxEnv });
  const { code } = await migration.ended;
  if (code !== 0) throw new Error(migration.output.join('\n'));

  const paymentsEnv = { ...shared, JANELA_PORT: String(await freePort()), ...environment };
  const payments = new StackProcess(new URL('main.ts', paymentsFolder), paymentsEnv);
  const sandbox = new StackProcess(new URL('main.ts', sandboxFolder), sandboxEnv);
  return {
    seed,
    payments,
    sandbox,
    sandboxDatabase,
    as: async (at, role) =>
      (at === 'payments' ? payments : sandbox).caller(await seed.service.issuer.token({ roles: [role] })),
    start: async () => {
      await seed.service.running.close();
      await Promise.all([payments.start(), sandbox.start()]);
    },
    stop: async () => {
      await Promise.all([payments.stop(), sandbox.stop()]);
      await seed.stop();
      await sandboxDatabase.drop();
      await broker.drop();
    },
  };
}

/** Returns the topics here that the catalogue does not know. */
export const unknownTopics = (): string[] =>
  [...topics, ...consumed].filter((topic) => !catalogue.some((event) => event.mayArriveOn(topic)));

/** Waits until something holds, for as long as the test may take. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
