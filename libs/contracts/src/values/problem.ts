import { z } from 'zod';

/** One thing wrong with a request: where (a JSON Pointer inside `in`), a code to act on, words to read. */
export const ProblemEntry = z.object({
  in: z.enum(['body', 'query', 'path', 'header']),
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
});
export type ProblemEntry = z.infer<typeof ProblemEntry>;

/** Every refusal of every service (RFC 9457). Programs act on `code`; `title` never varies, `detail` speaks of this time. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string().describe('`<service>.<snake_case>`'),
  detail: z.string().optional(),
  instance: z.string().describe('The trace id: the number to quote when asking for help.'),
  errors: z.array(ProblemEntry).optional(),
});
export type Problem = z.infer<typeof Problem>;
