import { Module } from '@nestjs/common';

import { PayeesService } from './payees.service.ts';

@Module({ providers: [PayeesService], exports: [PayeesService] })
export class PayeesModule {}
