import { defineStates } from '@janela/kernel';

/** A version of a programme. Once published it never changes; another version takes its place. */
export const programmeVersionStates = defineStates(
  'programme version',
  { draft: ['published', 'discarded'], published: ['superseded'], discarded: [], superseded: [] },
  'draft',
);
export type ProgrammeVersionState = (typeof programmeVersionStates)['initial'];
