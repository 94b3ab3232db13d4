import { Module } from '@nestjs/common';

import { NumberFormatsController } from './number-formats.controller.ts';
import { NumberFormatsService } from './number-formats.service.ts';
import { NumberReader } from './number-reader.ts';

@Module({
  controllers: [NumberFormatsController],
  providers: [NumberFormatsService, NumberReader],
  exports: [NumberReader],
})
export class FormatsModule {}
