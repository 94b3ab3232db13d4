import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { MessagingController } from './operations/messaging.controller.ts';
import { messagingOptionsProvider, type MessagingOptions } from './runtime/messaging.options.ts';
import { Messaging } from './runtime/messaging.ts';
import { Operations } from './operations/operations.ts';
import { Outbox } from './outbox/outbox.ts';

/**
 * Lets a service publish (inject `Outbox`) and listen (`@OnEvent` on any provider), with the routes to follow both. It needs
 * `PlatformModule`, `mailboxMigrations`, and `messagingPermissions` among the service's permissions.
 */
@Global()
@Module({})
export class MessagingModule {
  static forService(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      // What consumes nothing has nothing to be followed.
      controllers: options.consume === false ? [] : [MessagingController],
      providers: [messagingOptionsProvider(options), Messaging, Operations, Outbox],
      exports: [Messaging, Outbox],
    };
  }
}
