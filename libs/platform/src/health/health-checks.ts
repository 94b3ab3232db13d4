import { Injectable, Logger } from '@nestjs/common';
import { invariant } from '@janela/kernel';

/** Throws, or rejects, when what it watches is not well. */
export type HealthCheck = () => void | Promise<void>;

/** `ready`: may requests come here now? `live`: is restarting the process the only cure? */
export type HealthKind = 'ready' | 'live';

export interface HealthReport {
  status: 'ok' | 'failing';
  checks: Record<string, 'ok' | 'failing'>;
}

const timeoutMs = 2_000;

/** What a service's health depends on. Libraries add their own: `health.add('kafka', () => …)`. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, { check: HealthCheck; kind: HealthKind }>();
  private readonly log = new Logger(HealthChecks.name);
  private draining = false;

  /** Adds a check; a name may be used once. */
  add(name: string, check: HealthCheck, kind: HealthKind = 'ready'): void {
    invariant(!this.checks.has(name), `there is a health check "${name}" already`);
    this.checks.set(name, { check, kind });
  }

  /** From now on not ready: the service is stopping and should get nothing new. */
  drain(): void {
    this.draining = true;
  }

  /** Runs the checks of a kind, side by side. One that takes longer than two seconds has failed. */
  async report(kind: HealthKind): Promise<HealthReport> {
    const chosen = [...this.checks].filter(([, { kind: own }]) => own === kind);
    const results = await Promise.all(
      chosen.map(async ([name, { check }]) => [name, await this.passes(name, check)] as const),
    );
    const draining = kind === 'ready' && this.draining;
    const checks = Object.fromEntries(results.map(([name, passes]) => [name, passes ? 'ok' : 'failing'] as const));
    return { status: !draining && results.every(([, passes]) => passes) ? 'ok' : 'failing', checks };
  }

  private async passes(name: string, check: HealthCheck): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('timed out')), timeoutMs);
    });
    try {
      await Promise.race([Promise.resolve().then(check), tooLate]);
      return true;
    } catch (error) {
      this.log.warn('A health check fails', { err: error, check: name });
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
