import { Injectable } from '@nestjs/common';
import { dateIn } from '@janela/kernel';
import type { PlainDate } from '@janela/contracts';

import type { ServiceConfig } from './config/service-config.ts';
import { InjectConfig } from './context/tokens.ts';

/** What time it is, and which day that is in the country. */
@Injectable()
export class Clock {
  constructor(@InjectConfig() private readonly config: ServiceConfig) {}

  now(): Date {
    return new Date();
  }

  today(): PlainDate {
    return this.dayOf(this.now());
  }

  /** The country's day at a moment, given as a date or as RFC 3339 text. */
  dayOf(instant: Date | string): PlainDate {
    return dateIn(this.config.JANELA_TIME_ZONE, new Date(instant));
  }
}
