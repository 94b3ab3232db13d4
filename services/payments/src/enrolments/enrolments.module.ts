import { Module } from '@nestjs/common';

import { EnrolmentsService } from './enrolments.service.ts';

@Module({ providers: [EnrolmentsService], exports: [EnrolmentsService] })
export class EnrolmentsModule {}
