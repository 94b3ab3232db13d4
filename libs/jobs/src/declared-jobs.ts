import { invariant } from '@janela/kernel';

import type { AnyJob } from './job.ts';

/** The jobs of this service, by name. Work for any other is never touched, so an older release leaves a newer one's alone. */
export class DeclaredJobs {
  private readonly byName: ReadonlyMap<string, AnyJob>;

  constructor(
    readonly service: string,
    readonly all: readonly AnyJob[],
  ) {
    for (const job of all) {
      invariant(job.service === service, `${job.name} is not a job of ${service}`);
      invariant(all.filter(({ name }) => name === job.name).length === 1, `${job.name} is declared twice`);
    }
    this.byName = new Map(all.map((job) => [job.name, job]));
  }

  get names(): string[] {
    return [...this.byName.keys()];
  }

  get recurring(): (AnyJob & { every: string })[] {
    return this.all.filter((job): job is AnyJob & { every: string } => job.every !== undefined);
  }

  /** The job, if it was declared to the module; what is not would lie in the table for ever. */
  get(name: string): AnyJob {
    const job = this.byName.get(name);
    invariant(
      job,
      `${name} is not declared: add it to jobs in JobsModule.forService({ service: '${this.service}', … })`,
    );
    return job;
  }
}
