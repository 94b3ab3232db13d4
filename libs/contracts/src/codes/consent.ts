import { z } from 'zod';

/** What a household's data may be used for, with its consent. */
export const consentPurposes = ['eligibility', 'payment', 'statistics', 'referral', 'research'] as const;
export const ConsentPurpose = z.enum(consentPurposes);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const consentMethods = ['signature', 'thumbprint', 'spoken', 'electronic'] as const;
export const ConsentMethod = z.enum(consentMethods);
export type ConsentMethod = z.infer<typeof ConsentMethod>;
