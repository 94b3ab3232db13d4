import { z } from 'zod';

/** A person who proposed, confirmed or refused something that commits money: the id is compared, the name is read. */
export const ActedBy = z.object({ id: z.string(), name: z.string() });
export type ActedBy = z.infer<typeof ActedBy>;
