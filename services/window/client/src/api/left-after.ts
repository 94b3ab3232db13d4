/** What is left of a form once it has been sent: what was typed since, and what was not part of it. No parts are all of them. */
export function leftAfter<Value>(
  now: Value,
  { was, blank, parts }: { was: Value; blank: Value; parts: readonly string[] },
): Value {
  if (typeof now !== 'object' || now === null) return now === was ? blank : now;
  const isSent = (part: string) =>
    (parts.length === 0 || parts.includes(part)) && JSON.stringify(at(now, part)) === JSON.stringify(at(was, part));
  return Object.fromEntries(
    Object.keys(now).flatMap((part) => {
      const value = isSent(part) ? at(blank, part) : at(now, part);
      return value === undefined ? [] : [[part, value]];
    }),
  ) as Value;
}

const at = (value: unknown, part: string) => (value as Record<string, unknown>)[part];
