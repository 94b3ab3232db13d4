const everyBranch = '*';

/** Returns whether a topic is the one named, or a branch of `payments.outcome.*`. */
export function isNamedBy(name: string, topic: string): boolean {
  if (!isEveryBranch(name)) return name === topic;
  const stem = name.slice(0, -everyBranch.length);
  return topic.startsWith(stem) && !topic.slice(stem.length).includes('.') && topic.length > stem.length;
}

/** Returns whether a name stands for all branches of a topic. */
export const isEveryBranch = (name: string): boolean => name.endsWith(`.${everyBranch}`);
