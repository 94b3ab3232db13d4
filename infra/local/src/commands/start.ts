import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demonstrationEmail, demonstrationLogins, demonstrationPassword } from '@janela/contracts';
import { buildAll } from '../house/build.ts';
import { startHouse, type House } from '../house/house.ts';
import { interruption } from '../interruption.ts';
import { Leash } from '../leash.ts';
import { runMainJob } from '../main-job/main-job.ts';
import { prepare } from '../prepare.ts';
import { Refusal } from '../refusal.ts';
import { sayAloud as say } from '../say.ts';
import { root, startServers, type Servers } from '../servers.ts';

const { values: options } = parseArgs({
  options: {
    /** Where the servers keep their data. */
    data: { type: 'string', default: join(root, '.data') },
    /** Use ports that nobody else uses, and say which. */
    'free-ports': { type: 'boolean', default: false },
    /** Postgres, Redis and Kafka, and nothing on top of them. */
    'servers-only': { type: 'boolean', default: false },
    /** Everything up, and nothing done with it. */
    'no-main-job': { type: 'boolean', default: false },
  },
});

const leash = new Leash();
const interrupted = interruption().then(() => 'interrupted' as const);
let fellOver: (sentence: string) => void = () => undefined;
const broken = new Promise<never>((_, reject) => (fellOver = (sentence) => reject(new Refusal(sentence))));

/** `npm start`: everything up, in this order, and kept up until somebody ends it. */
async function start(): Promise<void> {
  const [data, ports] = [resolve(options.data), options['free-ports'] ? 'free' : 'fixed'] as const;
  const servers = await startServers({ data, ports, durable: true, leash, onGone: fellOver });
  await prepare(servers, say);
  if (options['servers-only']) return describe(servers);
  buildAll(say);
  const house = await startHouse({ servers, data, ports, leash, say, onGone: fellOver });
  if (!options['no-main-job']) await runMainJob(house.at, say);
  describe(servers, house);
}

function describe({ postgresUrl, redisUrl, kafkaBrokers }: Servers, house?: House): void {
  say('');
  say(`  Postgres  ${postgresUrl}`);
  say(`  Redis     ${redisUrl}`);
  say(`  Kafka     ${kafkaBrokers.join(',')}`);
  if (house) describeHouse(house);
  say('');
  say('Ready. Ctrl-C stops everything that was started here.');
}

function describeHouse({ at }: House): void {
  say('');
  say(`  The window: ${at.get('window')}`);
  say(`  Everybody's password: ${demonstrationPassword}`);
  for (const { login, name, roles, areas } of demonstrationLogins)
    say(`  ${demonstrationEmail(login).padEnd(36)} ${name.padEnd(24)} ${roles.join(', ')} in ${areas.join(', ')}`);
}

try {
  const outcome = await Promise.race([start(), interrupted, broken]);
  if (outcome !== 'interrupted') await Promise.race([interrupted, broken]);
  say('Stopping.');
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Refusal ? error.message : String((error as Error).stack)}\n`);
}
await leash.end();
process.exit();
