import { z } from 'zod';

/** Who is signed in at the window. */
export const Session = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  areas: z.array(z.string()),
});
export type Session = z.infer<typeof Session>;

/** What a page says when it sends a person to sign in. */
export const BeginSignIn = z.object({
  return: z.string().max(2_000).optional().describe('The path of the window to come back to'),
  language: z.enum(['en', 'pt', 'fr']).optional(),
});
export type BeginSignIn = z.infer<typeof BeginSignIn>;

/** Where to go on after signing out. */
export const SignedOut = z.object({
  next: z.string(),
  issuerAway: z.boolean().describe('The issuer does not answer, so that the session has ended here only'),
});
export type SignedOut = z.infer<typeof SignedOut>;
