import { runLane } from './lanes.ts';

/** `npm test`: units, services with real servers, and one journey; what follows `--` goes to Jest. */
await runLane('everyday', process.argv.slice(2));
