import { parseArgs } from 'node:util';

import { DataSource } from 'typeorm';

import { postgresConnection } from '../config/tls.ts';
import { verifyAudit } from './verify-audit.ts';

const usage = `Usage: audit verify [--anchor <number>:<hash>] [<database address> …]
Checks the audit trail in each database (JANELA_DATABASE_URL when none is given). Any role that may read will do.
Exit code 0: every trail is intact. 1: one is not; its first broken entry is named. 2: it could not be checked.`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { anchor: { type: 'string' } } });
  const [command, ...given] = positionals;
  const urls = given.length > 0 ? given : [process.env.JANELA_DATABASE_URL ?? ''].filter((url) => url !== '');
  if (command !== 'verify' || urls.length === 0) return say(usage, 2);
  let code = 0;
  for (const url of urls) code = Math.max(code, await verify(url, values.anchor));
  return code;
}

async function verify(url: string, anchor: string | undefined): Promise<number> {
  const ca = process.env.JANELA_DATABASE_CA || undefined;
  const name = URL.canParse(url) ? new URL(url).pathname.slice(1) : url;
  const dataSource = new DataSource({
    type: 'postgres',
    ...postgresConnection(url, ca),
    applicationName: 'janela-audit',
  });
  try {
    await dataSource.initialize();
    const verdict = await verifyAudit(dataSource, anchor === undefined ? {} : { anchor });
    if (!verdict.intact) return say(`${name}: BROKEN after ${verdict.sealed} good entries. ${verdict.broken.says}.`, 1);
    return say(`${name}: intact, ${verdict.sealed} entries. Anchor ${verdict.anchor}`, 0);
  } catch (error) {
    return say(`${name}: could not be checked (${error instanceof Error ? error.message : String(error)})`, 2);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}
