import { Injectable, Logger } from '@nestjs/common';
import { Audit, Database, Metrics, personal } from '@janela/platform';
import { Counter } from 'prom-client';

import { system } from '../system.ts';
import { endSessions } from '../records/end-sessions.ts';
import type { Person } from '../people/people.service.ts';
import type { ThrottleKind } from './throttle.ts';

/** Counts, logs and puts on the trail how sign-ins end. What was typed is kept nowhere: it may be a password in the wrong field. */
@Injectable()
export class SignInWatch {
  private readonly log = new Logger('SignIn');
  private readonly total: Counter<'outcome'>;
  private readonly tokensRefused: Counter<'error'>;

  constructor(
    metrics: Metrics,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {
    this.total = new Counter({
      name: 'janela_sign_ins_total',
      help: 'Sign-ins by how they ended',
      labelNames: ['outcome'],
      registers: [metrics.registry],
    });
    this.tokensRefused = new Counter({
      name: 'janela_tokens_refused_total',
      help: 'Token requests that were refused, by OAuth error',
      labelNames: ['error'],
      registers: [metrics.registry],
    });
  }

  async succeeded({ id, name, roles, areas }: Person, address: string): Promise<void> {
    this.total.inc({ outcome: 'succeeded' });
    const actor = { id, name, kind: 'person' as const, roles, areas };
    await this.database.write(actor, (tx) =>
      this.audit.add(tx, actor, {
        action: 'sign-in.succeeded',
        subject: `person:${id}`,
        details: { address: personal(address) },
      }),
    );
  }

  /** `blocks` says whose next sign-ins have to wait because of this one. */
  async refused(personId: string | undefined, address: string, blocks: readonly ThrottleKind[]): Promise<void> {
    this.total.inc({ outcome: 'refused' });
    if (blocks.length > 0) this.log.warn({ blocks }, 'Too many sign-ins did not fit; the next ones have to wait');
    await this.database.write(system, (tx) =>
      this.audit.add(tx, system, {
        action: 'sign-in.refused',
        subject: `person:${personId ?? 'unknown'}`,
        details: { address: personal(address), blocks },
      }),
    );
  }

  /** Not on the trail: nothing was tried, and there is no end to how often it may be. */
  blocked(): void {
    this.total.inc({ outcome: 'blocked' });
  }

  /** A client that did not get a token: with a wrong secret, a used code, a renewal for a closed account. */
  tokenRefused(error: string): void {
    this.tokensRefused.inc({ error });
    this.log.warn({ error }, 'A token was refused');
  }

  /** Signs a person out everywhere: also on a device that was left behind. */
  async signedOut(personId: string): Promise<void> {
    await this.database.write(system, async (tx) => {
      await endSessions(tx, personId);
      await this.audit.add(tx, system, { action: 'sign-out', subject: `person:${personId}` });
    });
  }
}
