import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { appealJourneys } from './journeys/appealing.ts';
import { complaintJourneys } from './journeys/complaining.ts';
import { correctingJourneys } from './journeys/correcting.ts';
import { decidingJourneys } from './journeys/deciding.ts';
import { householdControlJourneys } from './journeys/every-control-of-a-household.ts';
import { roleControlJourneys } from './journeys/every-control-of-a-role.ts';
import { figureJourneys } from './journeys/figures-and-operations.ts';
import { findingJourneys } from './journeys/finding.ts';
import { mainJobJourneys } from './journeys/main-job.ts';
import { payingJourneys } from './journeys/paying.ts';
import { registeringJourneys } from './journeys/registering.ts';
import { Run } from './journeys/run.ts';
import { signingOutJourneys } from './journeys/signing-out.ts';
import { unsentFormJourneys } from './journeys/unsent-forms.ts';
import { connectionJourneys } from './journeys/without-connection.ts';
import { unpressed } from './unpressed.ts';

jest.setTimeout(180_000);

const run = new Run();

beforeAll(() => run.begin(), 600_000);

afterAll(() => run.end(), 120_000);

// In the order in which the work is done: what one journey leaves, such as a household or a refusal, the next goes on with.
mainJobJourneys(run);
registeringJourneys(run);
unsentFormJourneys(run);
findingJourneys(run);
decidingJourneys(run);
appealJourneys(run);
payingJourneys(run);
complaintJourneys(run);
figureJourneys(run);
householdControlJourneys(run);
correctingJourneys(run);
connectionJourneys(run);
roleControlJourneys(run);
signingOutJourneys(run);

describe('every link, button and field that the journeys showed', () => {
  it('was used in one of them, or is named with the reason', () => {
    const { controls } = run.stage;
    const forgotten = controls.unused(unpressed);
    process.stdout.write(`${controls.seen.length} controls; never used: ${JSON.stringify(forgotten)}\n`);
    expect(forgotten).toEqual([]);
  });
});
