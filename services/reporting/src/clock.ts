import { Injectable } from '@nestjs/common';
import { dateIn } from '@janela/kernel';
import type { PlainDate } from '@janela/contracts';
import { InjectConfig } from '@janela/platform';

import type { ReportingConfig } from './reporting.config.ts';

/** Which day it is, or was at an instant, where the people live. */
@Injectable()
export class Clock {
  constructor(@InjectConfig() private readonly config: ReportingConfig) {}

  today(): PlainDate {
    return this.dayOf(new Date().toISOString());
  }

  dayOf(instant: string): PlainDate {
    return dateIn(this.config.JANELA_TIME_ZONE, new Date(instant));
  }
}
