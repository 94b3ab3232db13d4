import { line, runJest } from '../run-jest.ts';
import { sayAloud as say } from '../say.ts';

/** `npm test`: every unit and service spec, with real servers; what follows `--` goes to Jest. */
const tally = await runJest(process.argv.slice(2));
say(line(tally));
process.exit(tally.ok ? 0 : 1);
