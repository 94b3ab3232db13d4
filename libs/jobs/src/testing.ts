import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

import { jobSettingsToken } from './job-settings.ts';
import { JobsModule } from './jobs.module.ts';
import { Sweeper } from './sweeper.ts';

/** Makes a service in a spec look for due work more often than each second, so that specs wait less for it. */
export function sweepEvery(app: INestApplicationContext, sweepEveryMs: number): void {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  if (!modules.some(({ metatype }) => metatype === JobsModule)) return;
  Object.assign(app.get<object>(jobSettingsToken, { strict: false }), { sweepEveryMs });
  app.get(Sweeper, { strict: false }).sweepNow();
}
