import { Injectable } from '@nestjs/common';
import { HealthChecks, InjectConfig, Metrics } from '@janela/platform';

import type { IdentityConfig } from '../identity.config.ts';
import { PeopleService } from '../people/people.service.ts';
import { AttemptsService } from '../sign-in/attempts.service.ts';
import { SignInWatch } from '../sign-in/sign-in-watch.ts';

/** What the pages and the operations routes are made of. */
@Injectable()
export class HttpParts {
  constructor(
    @InjectConfig() readonly config: IdentityConfig,
    readonly people: PeopleService,
    readonly attempts: AttemptsService,
    readonly watch: SignInWatch,
    readonly health: HealthChecks,
    readonly metrics: Metrics,
  ) {}
}
