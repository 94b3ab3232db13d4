/** Where Nest finds the settings. */
export const jobSettingsToken = Symbol('janela:job-settings');

/** How jobs are run; all have usual values, and tests shorten some. */
export interface JobSettings {
  /** Jobs at the same time in one process; each needs a database connection. */
  readonly concurrency: number;
  /** How often the sweeper looks for due work; also about how late a job may begin. */
  readonly sweepEveryMs: number;
  /** When to remind the queue again of work that did not begin, because Redis lost the first reminder. */
  readonly remindAgainAfterMs: number;
}

export const usualSettings: JobSettings = { concurrency: 4, sweepEveryMs: 1_000, remindAgainAfterMs: 60_000 };
