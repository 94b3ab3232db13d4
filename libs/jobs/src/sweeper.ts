import { Inject, Injectable, Logger } from '@nestjs/common';

import { DueWork } from './due-work.ts';
import { JobQueue } from './job-queue.ts';
import { jobSettingsToken, type JobSettings } from './job-settings.ts';

const hintsAtOnce = 500;
const tidyEveryMs = 60_000;

/** Looks into `due_work` again and again and reminds the queue of what is due. Every instance has one; they share the work. */
@Injectable()
export class Sweeper {
  private readonly log = new Logger('Jobs');
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private hurried = false;
  private stopped = false;
  private troubled = false;
  private tidiedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly work: DueWork,
    private readonly queue: JobQueue,
    @Inject(jobSettingsToken) private readonly settings: JobSettings,
  ) {}

  /** Sweeps now and from now on. */
  start(): void {
    this.running = this.loop();
  }

  /** Something has just become due: sweeps at once instead of at the next turn. */
  hurry(): void {
    this.hurried = true;
    this.wake();
  }

  /** Waits for the sweep in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      this.hurried = false;
      await this.sweep().then(
        () => this.wellAgain(),
        (error: unknown) => this.trouble(error),
      );
      if (!this.hurried && !this.stopped) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.settings.sweepEveryMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async sweep(): Promise<void> {
    let taken: number;
    do taken = await this.remind();
    while (taken === hintsAtOnce && !this.stopped);

    if (performance.now() - this.tidiedAt < tidyEveryMs) return;
    this.tidiedAt = performance.now();
    await this.queue.keepSchedulers();
    await this.work.forgetOld();
  }

  /** What will be due before the next sweep is told to the queue now, with the time that is left. */
  private async remind(): Promise<number> {
    const { sweepEveryMs: aheadMs, remindAgainAfterMs: againAfterMs } = this.settings;
    const hints = await this.work.takeHints({ aheadMs, againAfterMs, limit: hintsAtOnce });
    if (hints.length === 0) return 0;
    await this.queue.tell(hints).catch(async (error: unknown) => {
      await this.work.untakeHints(hints);
      throw error;
    });
    return hints.length;
  }

  private trouble(error: unknown): void {
    if (!this.troubled) this.log.warn({ err: error }, 'Due work cannot be handed out; trying until it can');
    this.troubled = true;
  }

  private wellAgain(): void {
    if (this.troubled) this.log.log('Due work is handed out again');
    this.troubled = false;
  }
}
