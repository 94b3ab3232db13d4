import { Inject } from '@nestjs/common';

import type { DeliveryHooks } from '../bus/delivery-hooks.ts';
import type { SubscriptionOptions } from '../subscriptions/subscriptions.ts';

/** How a service takes part in messaging. */
export interface MessagingOptions extends SubscriptionOptions {
  /** False in a process that only writes to the outbox; another one publishes. */
  readonly relay?: boolean;
  /** False in a process that does not listen, for example in a test that delivers events itself. */
  readonly consume?: boolean;
  /** For fault tests only. */
  readonly hooks?: DeliveryHooks;
}

const optionsToken = Symbol('janela:messaging-options');

export const messagingOptionsProvider = (options: MessagingOptions) => ({ provide: optionsToken, useValue: options });

export function InjectMessagingOptions(): ParameterDecorator {
  return Inject(optionsToken);
}
