import { defineJob } from '@janela/jobs';

/** Pays what was to be paid after a delay. */
export const PayLate = defineJob('provider-sandbox.pay-late', { ids: { instructionId: 'uuid' } });

export const payingJobs = [PayLate];
