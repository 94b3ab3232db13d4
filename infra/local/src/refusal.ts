/** A reason to stop that whoever started us can act on: one sentence that says what to do. Shown without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** The sentence for a disk that ran full, or nothing if `output` tells of another trouble. */
export function diskFull(output: string, folder: string): Refusal | undefined {
  if (!/ENOSPC|No space left on device/i.test(output)) return undefined;
  return new Refusal(`The disk that holds ${folder} is full: free at least 1 GB there and start again.`);
}
