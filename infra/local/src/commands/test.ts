import { buildAll } from '../house/build.ts';
import { Refusal } from '../refusal.ts';
import { line, runJest } from '../run-jest.ts';
import { sayAloud as say } from '../say.ts';

/** `npm test`: every spec, with real servers and, for the journeys, the services as they are built; what follows `--` goes to Jest. */
try {
  buildAll(say);
} catch (error) {
  say(error instanceof Refusal ? error.message : String((error as Error).stack));
  process.exit(1);
}
const tally = await runJest(process.argv.slice(2));
say(line(tally));
process.exit(tally.ok ? 0 : 1);
