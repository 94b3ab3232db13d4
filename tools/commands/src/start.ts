import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { demonstrationEmail, demonstrationLogins, demonstrationPassword } from '@janela/contracts';
import { runDemo } from '@janela/demo-run';
import { prepare, root, type Servers, startServers } from '@janela/servers';
import { buildAll, type Stack, startStack } from '@janela/stack';
import { interruption, ProcessSupervisor, UserError, log } from '@janela/supervisor';

const { values: options } = parseArgs({
  options: {
    /** Where the servers keep their data. */
    data: { type: 'string', default: join(root, '.data') },
    /** Use free ports, and say which. */
    'free-ports': { type: 'boolean', default: false },
    /** Postgres, Redis and Kafka, and nothing on top of them. */
    'servers-only': { type: 'boolean', default: false },
    /** Everything up, and nothing done with it. */
    'no-demo-run': { type: 'boolean', default: false },
  },
});

const supervisor = new ProcessSupervisor();
const interrupted = interruption().then(() => 'interrupted' as const);
let fellOver: (sentence: string) => void = () => undefined;
const broken = new Promise<never>((_, reject) => (fellOver = (sentence) => reject(new UserError(sentence))));

/** `npm start`: everything up, in this order, and kept up until it is interrupted. */
async function start(): Promise<void> {
  const [data, ports] = [resolve(options.data), options['free-ports'] ? 'free' : 'fixed'] as const;
  const servers = await startServers({ data, ports, durable: true, supervisor, onGone: fellOver });
  await prepare(servers, log);
  if (options['servers-only']) return describe(servers);
  buildAll(log);
  const stack = await startStack({ servers, data, ports, supervisor, log, onGone: fellOver });
  if (!options['no-demo-run']) await runDemo(stack.at, log);
  describe(servers, stack);
}

function describe({ postgresUrl, redisUrl, kafkaBrokers }: Servers, stack?: Stack): void {
  log('');
  log(`  Postgres  ${postgresUrl}`);
  log(`  Redis     ${redisUrl}`);
  log(`  Kafka     ${kafkaBrokers.join(',')}`);
  if (stack) describeStack(stack);
  log('');
  log('Ready. Ctrl-C stops everything that was started here.');
}

function describeStack({ at }: Stack): void {
  log('');
  log(`  The window: ${at.get('window')}`);
  log(`  Everybody's password: ${demonstrationPassword}`);
  for (const { login, name, roles, areas } of demonstrationLogins)
    log(`  ${demonstrationEmail(login).padEnd(36)} ${name.padEnd(24)} ${roles.join(', ')} in ${areas.join(', ')}`);
}

try {
  const outcome = await Promise.race([start(), interrupted, broken]);
  if (outcome !== 'interrupted') await Promise.race([interrupted, broken]);
  log('Stopping.');
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof UserError ? error.message : String((error as Error).stack)}\n`);
}
await supervisor.end();
process.exit();
