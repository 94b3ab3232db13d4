import { z } from 'zod';

/** How a complaint reached us. */
export const caseChannels = ['window', 'telephone', 'sms', 'ussd', 'web', 'paper', 'community'] as const;
export const CaseChannel = z.enum(caseChannels);
export type CaseChannel = z.infer<typeof CaseChannel>;
