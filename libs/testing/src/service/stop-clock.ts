import { Clock } from '@janela/platform';

import type { AnyTestService } from './test-service.ts';

/** Stops the clock of a service at a moment, as `2026-11-20T22:30:00Z`; what it answers lets the clock go on. */
export function stopClock(service: Pick<AnyTestService, 'running'>, at: string): () => void {
  const clock = service.running.app.get(Clock, { strict: false });
  Object.assign(clock, { now: () => new Date(at) });
  return () => void Reflect.deleteProperty(clock, 'now');
}
