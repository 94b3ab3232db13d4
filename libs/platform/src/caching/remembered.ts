const rememberedMs = 10_000;

/** Returns the same function, really called once in ten seconds at most: reading figures must not load the database. */
export function remembered<T>(ask: () => Promise<T>, forMs = rememberedMs): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (last && performance.now() - last.at < forMs) return last.answer;
    const asked = { at: performance.now(), answer: ask() };
    last = asked;
    // What failed is called again.
    asked.answer.catch(() => {
      if (last === asked) last = undefined;
    });
    return asked.answer;
  };
}
