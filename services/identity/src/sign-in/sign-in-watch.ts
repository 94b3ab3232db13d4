import { Injectable, Logger } from '@nestjs/common';
import { Metrics } from '@janela/platform';
import { Counter } from 'prom-client';

/** Counts and logs how sign-ins end. Neither says whose a failed one was: it may be a password typed into the wrong field. */
@Injectable()
export class SignInWatch {
  readonly #log = new Logger('SignIn');
  readonly #total: Counter<'outcome'>;

  constructor(metrics: Metrics) {
    this.#total = new Counter({
      name: 'janela_sign_ins_total',
      help: 'Sign-ins by how they ended',
      labelNames: ['outcome'],
      registers: [metrics.registry],
    });
  }

  succeeded(personId: string): void {
    this.#total.inc({ outcome: 'succeeded' });
    this.#log.log({ personId }, 'Somebody signed in');
  }

  refused(): void {
    this.#total.inc({ outcome: 'refused' });
    this.#log.warn('A sign-in did not fit');
  }

  blocked(): void {
    this.#total.inc({ outcome: 'blocked' });
    this.#log.warn('A sign-in has to wait');
  }
}
