import { Controller, Get, Param } from '@nestjs/common';
import { Indicator, items } from '@janela/contracts';
import { Allow, Answers } from '@janela/platform';
import { z } from 'zod';

import { IndicatorsService } from './indicators.service.ts';

const IndicatorCode = z.strictObject({ code: z.string().min(1).max(40) });
type IndicatorCode = z.infer<typeof IndicatorCode>;

@Controller('v1/indicators')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get()
  @Allow('indicator.read')
  @Answers(items(Indicator))
  list(): { items: Indicator[] } {
    return { items: this.indicators.list() };
  }

  @Get(':code')
  @Allow('indicator.read')
  @Answers(Indicator)
  get(@Param({ schema: IndicatorCode }) { code }: IndicatorCode): Indicator {
    return this.indicators.get(code);
  }
}
