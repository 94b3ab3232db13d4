import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { ProviderCode } from '../values/identity.ts';
import { line } from '../values/text.ts';
import { fitsPattern, IdentifierPattern } from './identifier-type.api.ts';

const exampleUnfit = { path: ['example'], error: 'does not fit the pattern', params: { code: 'example_unfit' } };
const maxPatterns = 20;

/** How telephone numbers are written: `+`, the country's prefix, then a number without the trunk digit that is dialled at home. */
export const TelephoneFormat = z.strictObject({
  prefix: z.string().regex(/^\+[1-9]\d{0,3}$/),
  trunk: z
    .string()
    .regex(/^\d{0,3}$/)
    .describe('What is dialled before a number within the country, such as 0; nothing where nothing is.'),
  mobile: z.array(IdentifierPattern).min(1).max(maxPatterns).describe('Mobile numbers, without prefix and trunk.'),
  fixed: z.array(IdentifierPattern).max(maxPatterns).describe('Other numbers, without prefix and trunk.'),
  example: z.string().regex(/^\+[1-9]\d{6,14}$/),
});
export type TelephoneFormat = z.infer<typeof TelephoneFormat>;

/** How the account is written that a channel pays to, of one provider or of all that have no entry of their own. */
export const AccountFormat = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('telephone'), channel: DeliveryChannel, provider: ProviderCode.optional() }),
  z
    .strictObject({
      kind: z.literal('number'),
      channel: DeliveryChannel,
      provider: ProviderCode.optional(),
      pattern: IdentifierPattern,
      example: line(64),
    })
    .refine(fitsPattern, exampleUnfit),
]);
export type AccountFormat = z.infer<typeof AccountFormat>;

/** The providers of the country, by their codes. */
const Providers = z.array(ProviderCode).min(1).max(100).optional();

/** `PUT /v1/number-formats`: how telephones and accounts are written in the country, and who may pay out. */
export const PublishNumberFormats = z.strictObject({
  telephone: TelephoneFormat,
  accounts: z.array(AccountFormat).max(100),
  providers: Providers.describe('The codes of all providers; left out, a payee may name any.'),
});
export type PublishNumberFormats = z.infer<typeof PublishNumberFormats>;

/** How telephones and accounts are written, as the register answers; without `telephone` it was not published yet. */
export const NumberFormats = z.object({
  telephone: TelephoneFormat.optional(),
  accounts: z.array(AccountFormat),
  providers: Providers.describe('Left out where none were published.'),
});
export type NumberFormats = z.infer<typeof NumberFormats>;
