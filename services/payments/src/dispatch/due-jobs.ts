import { defineJob } from '@janela/jobs';

/** Hands the next batch of a cycle over, and is due again while there is more. */
export const DispatchCycle = defineJob('payments.dispatch-cycle', { ids: { cycleId: 'uuid' }, attempts: 50 });

/** Notes that a batch has left the house. */
export const NoteSent = defineJob('payments.note-sent', { ids: { batchId: 'uuid' }, attempts: 50 });

/** Asks about those payments of a batch on which the provider is silent. */
export const AskProvider = defineJob('payments.ask-provider', { ids: { batchId: 'uuid' }, attempts: 50 });

export const dispatchJobs = [DispatchCycle, NoteSent, AskProvider];
