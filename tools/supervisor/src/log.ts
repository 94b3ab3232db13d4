/** Takes one sentence about what happens now, for the terminal. */
export type Log = (sentence: string) => void;

/** Writes the sentence to standard output. */
export const log: Log = (sentence) => void process.stdout.write(`${sentence}\n`);
