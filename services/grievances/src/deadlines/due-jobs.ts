import { defineJob } from '@janela/jobs';

/** The next deadline of a case passes. */
export const MeetDeadline = defineJob('grievances.meet-deadline', { ids: { caseId: 'uuid' } });

/** Says how many sensitive cases there are more, at night and in no order, so that nobody can tell when in the day one came. */
export const CountSensitive = defineJob('grievances.count-sensitive', { every: '10 0 * * *' });

export const dueJobs = [MeetDeadline, CountSensitive];
