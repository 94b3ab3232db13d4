import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { JobsModule } from '@janela/jobs';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { BehavioursController } from './behaviours/behaviours.controller.ts';
import { BehavioursService } from './behaviours/behaviours.service.ts';
import { BookController } from './book/book.controller.ts';
import { BookService } from './book/book.service.ts';
import { InstructionIssuedConsumer } from './consumers/instruction-issued.consumer.ts';
import { entities } from './data-source.ts';
import { payingJobs } from './paying/due-jobs.ts';
import { PayingJobs } from './paying/paying.jobs.ts';
import { PayingService } from './paying/paying.service.ts';
import { providerSandboxPermissions } from './provider-sandbox.permissions.ts';

const service = 'provider-sandbox';
/** The one topic of instructions that it reads. */
const branches = { 'payments.instruction': 'sandbox' };

/** What the pretend payment company is made of. */
@Module({
  imports: [
    PlatformModule.forRoot({ service, permissions: providerSandboxPermissions, entities }),
    MessagingModule.forService({ service, catalogue, branches }),
    JobsModule.forService({ service, jobs: payingJobs }),
  ],
  controllers: [BehavioursController, BookController],
  providers: [InstructionIssuedConsumer, BehavioursService, PayingService, PayingJobs, BookService],
})
export class ProviderSandboxModule {}
