import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { JobsModule } from '@janela/jobs';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { BehavioursModule } from './behaviours/behaviours.module.ts';
import { BookModule } from './book/book.module.ts';
import { InstructionConsumer } from './consumers/instruction.consumer.ts';
import { entities } from './data-source.ts';
import { PayLate } from './paying/paying.jobs.ts';
import { PayingModule } from './paying/paying.module.ts';
import { providerSandboxPermissions } from './provider-sandbox.permissions.ts';

const service = 'provider-sandbox';
/** The one topic of instructions that it reads. */
const branches = { 'payments.instruction': 'sandbox' };

/** The pretend payment company. */
@Module({
  imports: [
    PlatformModule.forRoot({ service, permissions: providerSandboxPermissions, entities }),
    MessagingModule.forService({ service, catalogue, branches }),
    JobsModule.forService({ service, jobs: [PayLate] }),
    BehavioursModule,
    BookModule,
    PayingModule,
  ],
  providers: [InstructionConsumer],
})
export class ProviderSandboxModule {}
