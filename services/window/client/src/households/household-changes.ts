import type { ChangeHousehold, Consent, Enrolment } from '@janela/contracts';

type Purpose = Consent['purposes'][number];

/** Agreement from a day on to purposes beside those that hold, which the registry leaves with the day and the way of the first time. */
export const furtherConsent = (
  given: readonly string[],
  { purposes, givenOn, method }: { purposes: readonly string[]; givenOn: string; method: string },
): ChangeHousehold => {
  const all = [...new Set([...given, ...purposes])];
  return { reason: 'circumstances', consent: { purposes: all, givenOn, method } as Consent };
};

/** The end, today, of the consent to one purpose. */
export const withdrawalOf = (purpose: Purpose): ChangeHousehold => ({
  reason: 'circumstances',
  withdrawConsent: { purposes: [purpose] },
});

/** What is sent to withdraw a death: the day that was reported, and why it is withdrawn. */
export const withdrawnDeath = (on: string, reason: string) =>
  ({ on, source: 'caseworker', certainty: 'withdrawn', reason }) as const;

/** Whether an enrolment waits because its person may be in the programme twice. */
export const isSuspected = ({ state, reason }: Pick<Enrolment, 'state' | 'reason'>): boolean =>
  state === 'suspended' && reason === 'duplicate_suspected';

/** What is sent to resume an enrolment of a suspected duplicate. */
export const resumption = (duplicateReason: string) => ({ reason: 'officer_decision', duplicateReason }) as const;
