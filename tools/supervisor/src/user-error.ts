/** A reason to stop that the person who started us can act on: one sentence that says what to do. Shown without a stack. */
export class UserError extends Error {
  override name = 'UserError';
}

/** What it means that a program failed with these words: a full disk, or else `sentence`, followed by its last line. */
export function userErrorOf(said: string, sentence: string, folder: string): UserError {
  if (/ENOSPC|No space left on device/i.test(said)) {
    return new UserError(`The disk that holds ${folder} is full: free at least 1 GB there and start again.`);
  }
  return new UserError(`${sentence}: ${lastLine(said)}`);
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() || 'it said nothing';
