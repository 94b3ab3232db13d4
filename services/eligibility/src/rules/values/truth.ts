/** Met, not met, or not known. Not known is never read as either of the others. */
export type Truth = true | false | null;

/** True when all are; false as soon as one is; otherwise not known. Of none: true. */
export function allOf(truths: readonly Truth[]): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === null) result = null;
  }
  return result;
}

/** False when all are; true as soon as one is; otherwise not known. Of none: false. */
export function anyOf(truths: readonly Truth[]): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === null) result = null;
  }
  return result;
}

export function notOf(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
