/** Tells whoever watches the terminal what happens now, in one sentence. */
export type Say = (sentence: string) => void;

/** Says it on standard output. */
export const sayAloud: Say = (sentence) => void process.stdout.write(`${sentence}\n`);
