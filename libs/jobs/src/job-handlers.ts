import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { invariant } from '@janela/kernel';
import type { Tx } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';
import type { AnyJob } from './job.ts';
import { failureMarksOf, type HandlerMark, handlerMarksOf, type ReceivedJob } from './on-job.ts';

type Handler = (job: ReceivedJob, tx: Tx) => Promise<void>;

interface Found {
  readonly job: AnyJob;
  /** `DuplicatesService.scoreDuplicates` */
  readonly place: string;
  readonly handle: Handler;
}

/** The service must not start: some work would wait for ever, or be done in two ways. */
export class WrongJobs extends Error {
  override readonly name = 'WrongJobs';

  constructor(readonly problems: readonly string[]) {
    super(`The jobs do not add up:\n- ${problems.join('\n- ')}`);
  }
}

/** Finds the `@OnJob` methods and proves at boot that every declared job has exactly one. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private byName: ReadonlyMap<string, Handler> = new Map();
  private failures: ReadonlyMap<string, Handler> = new Map();

  constructor(
    private readonly jobs: DeclaredJobs,
    private readonly discovery: DiscoveryService,
  ) {}

  onModuleInit(): void {
    const providers = this.discovery.getProviders();
    const found = providers.flatMap(({ instance }) => handlersOf(instance, handlerMarksOf));
    const endings = providers.flatMap(({ instance }) => handlersOf(instance, failureMarksOf));
    const problems = [
      ...this.unhandled(found),
      ...doubled(found, 'done', '@OnJob'),
      ...doubled(endings, 'ended', '@OnJobFailed'),
      ...this.undeclared([...found, ...endings]),
    ];
    if (problems.length > 0) throw new WrongJobs(problems);
    this.byName = new Map(found.map(({ job, handle }) => [job.name, handle]));
    this.failures = new Map(endings.map(({ job, handle }) => [job.name, handle]));
  }

  /** The method that does the job; there is one, or the service would not have started. */
  of(job: AnyJob): Handler {
    const handler = this.byName.get(job.name);
    invariant(handler, `${job.name} has no handler`);
    return handler;
  }

  /** The method that ends what the job has begun when it has failed for good, if it has one. */
  whenFailed(job: AnyJob): Handler | undefined {
    return this.failures.get(job.name);
  }

  private unhandled(found: readonly Found[]): string[] {
    const handled = new Set(found.map(({ job }) => job.name));
    return this.jobs.names
      .filter((name) => !handled.has(name))
      .map((name) => {
        const { method, constant } = messageOf(name);
        const signature = `async ${method}(job: ReceivedJob<typeof ${constant}>, tx: Tx): Promise<void>`;
        return `${name} has no handler: add  @OnJob(${constant}) ${signature}  to a provider of ${this.jobs.service}.`;
      });
  }

  private undeclared(found: readonly Found[]): string[] {
    const unknown = found.filter(({ job }) => !this.jobs.names.includes(job.name));
    return unknown.map(({ job, place }) => {
      const jobs = [...this.jobs.names, job.name].map((name) => messageOf(name).constant);
      return `${place} does ${job.name}, which is not declared: write  jobs: [${jobs.join(', ')}]  in JobsModule.forService.`;
    });
  }
}

function handlersOf(instance: unknown, marksOf: (instance: object) => readonly HandlerMark[]): Found[] {
  if (typeof instance !== 'object' || instance === null) return [];
  return marksOf(instance).map(({ job, method }) => {
    const call = (instance as Record<string | symbol, Handler>)[method] as Handler;
    const place = `${instance.constructor.name}.${String(method)}`;
    return { job, place, handle: (received, tx) => call.call(instance, received, tx) };
  });
}

function doubled(found: readonly Found[], what: string, decorator: string): string[] {
  return [...Map.groupBy(found, ({ job }) => job.name)]
    .filter(([, handlers]) => handlers.length > 1)
    .map(([name, handlers]) => {
      const places = handlers.map(({ place }) => place).join(' and ');
      return `${name} is ${what} by ${places}: remove ${decorator} from all but one.`;
    });
}

/** `registry.score-duplicates` as one would name it in code. */
function messageOf(name: string): { method: string; constant: string } {
  const constant = name
    .slice(name.indexOf('.') + 1)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return { method: constant.charAt(0).toLowerCase() + constant.slice(1), constant };
}
