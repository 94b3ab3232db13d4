import { Injectable } from '@nestjs/common';
import { dateIn } from '@janela/kernel';
import type { PlainDate } from '@janela/contracts';
import { InjectConfig } from '@janela/platform';

import type { RegistryConfig } from './registry.config.ts';

/** What time it is, and which day that is where the households live. */
@Injectable()
export class Clock {
  constructor(@InjectConfig() private readonly config: RegistryConfig) {}

  now(): Date {
    return new Date();
  }

  today(): PlainDate {
    return dateIn(this.config.JANELA_TIME_ZONE, this.now());
  }
}
