import { z } from 'zod';

/** How money reaches a payee. `cash` is paid out by hand at a pay point. */
export const deliveryChannels = ['mobile_money', 'bank_transfer', 'cash', 'agent', 'prepaid_card'] as const;
export const DeliveryChannel = z.enum(deliveryChannels);
export type DeliveryChannel = z.infer<typeof DeliveryChannel>;
