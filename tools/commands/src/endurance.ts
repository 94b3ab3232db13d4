import { runLane } from './lanes.ts';

/** `npm run test:endurance`: what kills, fills up, cuts off or takes long; what follows `--` goes to Jest. */
await runLane('endurance', process.argv.slice(2));
