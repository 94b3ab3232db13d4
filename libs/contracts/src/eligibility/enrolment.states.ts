import { defineStates } from '@janela/kernel';

/** Every enrolment waits for a place, if only for a moment; only an active one is paid. */
export const enrolmentStates = defineStates(
  'enrolment',
  { waitlisted: ['active', 'ended'], active: ['suspended', 'ended'], suspended: ['active', 'ended'], ended: [] },
  'waitlisted',
);
export type EnrolmentState = (typeof enrolmentStates)['initial'];
