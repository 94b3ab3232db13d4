import { z } from 'zod';

/** Somebody who proposed, confirmed or refused something that commits money: the id decides, the name is for reading. */
export const ActedBy = z.object({ id: z.string(), name: z.string() });
export type ActedBy = z.infer<typeof ActedBy>;
