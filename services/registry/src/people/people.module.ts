import { Module } from '@nestjs/common';

import { AccessLogModule } from '../access-log/access-log.module.ts';
import { EncryptionModule } from '../encryption/encryption.module.ts';
import { FormatsModule } from '../formats/formats.module.ts';
import { HouseholdsModule } from '../households/households.module.ts';
import { FindNamesService } from './find-names.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleService } from './people.service.ts';
import { ReportDeathService } from './report-death.ts';

@Module({
  imports: [AccessLogModule, EncryptionModule, FormatsModule, HouseholdsModule],
  controllers: [PeopleController],
  providers: [PeopleService, FindNamesService, ReportDeathService],
})
export class PeopleModule {}
