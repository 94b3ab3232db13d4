import { Controller, Get, Param } from '@nestjs/common';
import { Tracking } from '@janela/contracts';
import { Answers, Public } from '@janela/platform';
import { z } from 'zod';

import { Caller, type Origin } from './caller.ts';
import { TrackingService } from './tracking.service.ts';

const TrackingNumber = z.strictObject({ number: z.string().min(1).max(200) });
type TrackingNumber = z.infer<typeof TrackingNumber>;

@Controller('v1/track')
export class TrackingController {
  constructor(private readonly tracking: TrackingService) {}

  @Get(':number')
  @Public()
  @Answers(Tracking)
  track(@Caller() origin: Origin, @Param({ schema: TrackingNumber }) { number }: TrackingNumber): Promise<Tracking> {
    return this.tracking.track(origin, number);
  }
}
