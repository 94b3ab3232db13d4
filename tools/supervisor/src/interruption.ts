/**
 * Settles when we are to end: Ctrl-C, a polite kill, a closed terminal, or the end of what started us. Until
 * then it keeps the process alive, even if nothing else does.
 */
export function interruption(): Promise<void> {
  const awake = setInterval(() => undefined, 60_000);
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(awake);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    process.once('disconnect', end);
  });
}
