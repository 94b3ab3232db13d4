import { Injectable } from '@nestjs/common';
import { dateIn } from '@janela/kernel';
import type { PlainDate } from '@janela/contracts';
import { InjectConfig } from '@janela/platform';

import type { EligibilityConfig } from './eligibility.config.ts';

/** What time it is, and which day that is where the households live. */
@Injectable()
export class Clock {
  constructor(@InjectConfig() private readonly config: EligibilityConfig) {}

  now(): Date {
    return new Date();
  }

  today(): PlainDate {
    return this.dayOf(this.now());
  }

  dayOf(instant: Date): PlainDate {
    return dateIn(this.config.JANELA_TIME_ZONE, instant);
  }
}
