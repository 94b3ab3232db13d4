import { Module } from '@nestjs/common';

import { AccessLogModule } from '../access-log/access-log.module.ts';
import { EncryptionModule } from '../encryption/encryption.module.ts';
import { FormatsModule } from '../formats/formats.module.ts';
import { DismissDuplicateService } from './dismiss-duplicate.ts';
import { DuplicatesController } from './duplicates.controller.ts';
import { DuplicatesService } from './duplicates.service.ts';
import { FindPossibleDuplicatesService } from './find-possible-duplicates.ts';
import { LookAlikes } from './look-alikes.ts';
import { PossibleDuplicatesService } from './possible-duplicates.service.ts';
import { SuspicionsService } from './suspicions.service.ts';

@Module({
  imports: [AccessLogModule, EncryptionModule, FormatsModule],
  controllers: [DuplicatesController],
  providers: [
    DuplicatesService,
    DismissDuplicateService,
    FindPossibleDuplicatesService,
    PossibleDuplicatesService,
    SuspicionsService,
    LookAlikes,
  ],
  exports: [PossibleDuplicatesService, SuspicionsService, LookAlikes],
})
export class DuplicatesModule {}
