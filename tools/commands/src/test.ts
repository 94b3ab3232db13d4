import { buildAll } from '@janela/stack';
import { UserError, log } from '@janela/supervisor';
import { line, runJest } from './run-jest.ts';

/** `npm test`: every spec, with real servers and, for the journeys, the services as they are built; what follows `--` goes to Jest. */
try {
  buildAll(log);
} catch (error) {
  log(error instanceof UserError ? error.message : String((error as Error).stack));
  process.exit(1);
}
const tally = await runJest(process.argv.slice(2));
log(line(tally));
process.exit(tally.ok ? 0 : 1);
