import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.ts';
import { AppealEvents } from './appeal-events.ts';
import { AppealsController } from './appeals.controller.ts';
import { AppealsService } from './appeals.service.ts';
import { DecideAppealService } from './decide-appeal.ts';
import { FileAppealService } from './file-appeal.ts';

@Module({
  imports: [CasesModule],
  controllers: [AppealsController],
  providers: [AppealsService, FileAppealService, DecideAppealService, AppealEvents],
})
export class AppealsModule {}
