import { Inject, Injectable, Logger } from '@nestjs/common';

import { JobStore } from './job-store.ts';
import { JobQueue } from './job-queue.ts';
import { jobSettingsToken, type JobSettings } from './job-settings.ts';

const remindersAtOnce = 500;
const cleanEveryMs = 60_000;

/** Reads `due_work` again and again and passes to the queue what is due. Every instance has one; they share the work. */
@Injectable()
export class Sweeper {
  private readonly log = new Logger('Jobs');
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private isUrgent = false;
  private stopped = false;
  private isFailing = false;
  private cleanedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly work: JobStore,
    private readonly queue: JobQueue,
    @Inject(jobSettingsToken) private readonly settings: JobSettings,
  ) {}

  /** Sweeps now and from now on. */
  start(): void {
    this.running = this.loop();
  }

  /** Sweeps at once instead of after the next wait: something has just become due. */
  sweepNow(): void {
    this.isUrgent = true;
    this.wake();
  }

  /** Waits for the present sweep. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      this.isUrgent = false;
      await this.sweep().then(
        () => this.noteRecovery(),
        (error: unknown) => this.noteFailure(error),
      );
      if (!this.isUrgent && !this.stopped) await this.pause();
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
    while (taken === remindersAtOnce && !this.stopped);

    if (performance.now() - this.cleanedAt < cleanEveryMs) return;
    this.cleanedAt = performance.now();
    await this.queue.keepSchedulers();
    await this.work.forgetOld();
  }

  /** Passes to the queue what will be due before the next sweep, with the time that is left. */
  private async remind(): Promise<number> {
    const { sweepEveryMs: aheadMs, remindAgainAfterMs: againAfterMs } = this.settings;
    const reminders = await this.work.claimReminders({ aheadMs, againAfterMs, limit: remindersAtOnce });
    if (reminders.length === 0) return 0;
    await this.queue.enqueue(reminders).catch(async (error: unknown) => {
      await this.work.releaseReminders(reminders);
      throw error;
    });
    return reminders.length;
  }

  private noteFailure(error: unknown): void {
    if (!this.isFailing) this.log.warn({ err: error }, 'Due jobs cannot be passed to the queue; trying until they can');
    this.isFailing = true;
  }

  private noteRecovery(): void {
    if (this.isFailing) this.log.log('Due jobs are passed to the queue again');
    this.isFailing = false;
  }
}
