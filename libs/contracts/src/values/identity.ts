import { z } from 'zod';

/** The id of anything of ours: a UUID, in practice of version 7. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** The `:id` of a route. */
export const IdParam = z.strictObject({ id: Id });
export type IdParam = z.infer<typeof IdParam>;

/** A member of staff or a machine, as the issuer of the login calls it (`sub`). Never a beneficiary. */
export const ActorId = z.string().min(1).max(200).meta({ title: 'actor' });
export type ActorId = z.infer<typeof ActorId>;

/** A payment provider, as its topic is called: `sandbox`. */
export const ProviderCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .meta({ title: 'provider code' });
export type ProviderCode = z.infer<typeof ProviderCode>;

/** A programme's short name, such as `SCT`. */
export const ProgrammeCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{0,19}$/)
  .meta({ title: 'programme code' });
export type ProgrammeCode = z.infer<typeof ProgrammeCode>;
