/** Returns whether a deadline is over. */
export const hasPassed = (deadline: string, now = new Date()): boolean => new Date(deadline) < now;
