import { Logger } from '@nestjs/common';

export interface RepeatedTaskOptions {
  /** `Old answers cannot be deleted`: the log line when a run fails. The next run comes all the same. */
  failure: string;
  everyMs: number;
  run: () => Promise<unknown>;
}

/**
 * Runs something in every process, again and again, each time `everyMs` after the end of the last run. For work that must be
 * done once in a while by one process only, and at a time of day, a service has jobs.
 */
export class RepeatedTask {
  private readonly log = new Logger(RepeatedTask.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: RepeatedTaskOptions) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.runOnce();
    }, this.options.everyMs);
    // A process that has nothing else to do may end.
    this.timer.unref();
  }

  /** Resolves when no run is under way and none will come. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private async runOnce(): Promise<void> {
    const { run, failure } = this.options;
    await Promise.resolve()
      .then(run)
      .catch((error: unknown) => this.log.warn(failure, { err: error }));
    if (this.timer) this.start();
  }
}
