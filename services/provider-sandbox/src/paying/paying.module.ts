import { Module } from '@nestjs/common';

import { BehavioursModule } from '../behaviours/behaviours.module.ts';
import { AnswerWriter } from './answer-writer.ts';
import { PayingJobs } from './paying.jobs.ts';
import { PayingService } from './paying.service.ts';

@Module({ imports: [BehavioursModule], providers: [PayingService, AnswerWriter, PayingJobs], exports: [PayingService] })
export class PayingModule {}
