import { z } from 'zod';

import { LocalText, provenance } from './provenance.ts';

/** What the sandbox can be asked to do with an instruction; what a real company does is its own affair. */
export const SandboxOutcome = z.enum(['paid', 'failed', 'returned', 'late', 'silent', 'duplicate']);
export type SandboxOutcome = z.infer<typeof SandboxOutcome>;

/** A payment company, and for the sandbox what it does with an account by its last two digits. */
export const Provider = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: LocalText,
  channels: z.array(z.string().min(1)).min(1),
  topic: z.string().regex(/^payments\.instruction\.[a-z0-9-]+$/),
  behaviours: z.array(
    z.strictObject({ accountEnding: z.string().regex(/^[0-9]{2}$/), outcome: SandboxOutcome, says: LocalText }),
  ),
  otherwise: SandboxOutcome,
  ...provenance,
});
export type Provider = z.infer<typeof Provider>;
