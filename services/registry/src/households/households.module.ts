import { Module } from '@nestjs/common';

import { AccessLogModule } from '../access-log/access-log.module.ts';
import { AreasModule } from '../areas/areas.module.ts';
import { DuplicatesModule } from '../duplicates/duplicates.module.ts';
import { EncryptionModule } from '../encryption/encryption.module.ts';
import { FormatsModule } from '../formats/formats.module.ts';
import { HouseholdRecordsModule } from '../household-records/household-records.module.ts';
import { AddMemberService } from './add-member.ts';
import { ChangeHouseholdService } from './change-household.ts';
import { CloseHouseholdService } from './close-household.ts';
import { DesignatePayeeService } from './designate-payee.ts';
import { FindHouseholdService } from './find-household.ts';
import { HouseholdChanges } from './household-changes.ts';
import { HouseholdEvents } from './household-events.ts';
import { HouseholdStore } from './household-store.ts';
import { HouseholdsController } from './households.controller.ts';
import { HouseholdsService } from './households.service.ts';
import { MoveHouseholdService } from './move-household.ts';
import { NumbersService } from './numbers.service.ts';
import { RegisterHouseholdService } from './register-household.ts';

@Module({
  imports: [AccessLogModule, AreasModule, DuplicatesModule, EncryptionModule, FormatsModule, HouseholdRecordsModule],
  controllers: [HouseholdsController],
  providers: [
    HouseholdsService,
    HouseholdChanges,
    HouseholdEvents,
    HouseholdStore,
    NumbersService,
    FindHouseholdService,
    RegisterHouseholdService,
    ChangeHouseholdService,
    AddMemberService,
    DesignatePayeeService,
    MoveHouseholdService,
    CloseHouseholdService,
  ],
  exports: [HouseholdsService, HouseholdChanges, HouseholdStore, NumbersService],
})
export class HouseholdsModule {}
