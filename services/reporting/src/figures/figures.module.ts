import { Module } from '@nestjs/common';

import { AreasAndDaysService } from './areas-and-days.service.ts';
import { SdgController } from './sdg.controller.ts';
import { SdgService } from './sdg.service.ts';

@Module({
  controllers: [SdgController],
  providers: [AreasAndDaysService, SdgService],
  exports: [AreasAndDaysService, SdgService],
})
export class FiguresModule {}
