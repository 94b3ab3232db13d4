type Variables = Readonly<Record<string, string | undefined>>;

/** What switches off, for the whole process, something that production relies on. The value is looked at, wherever it was set. */
const dangerous: readonly (readonly [name: string, value: RegExp, why: string])[] = [
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/, 'switches off the checks of every certificate'],
  ['NODE_OPTIONS', /--insecure-http-parser/, 'has --insecure-http-parser, which takes requests that are none'],
  ['NODE_OPTIONS', /--tls-keylog/, 'has --tls-keylog, which writes down what TLS keeps secret'],
  ['NODE_OPTIONS', /--tls-min-v1\.[01]\b/, 'allows a version of TLS that is no longer safe'],
  ['NODE_OPTIONS', /--inspect/, 'has --inspect, which opens the process to a debugger'],
];

/** What of the process's own environment production does not accept, a sentence each. */
export function environmentProblems(environment: Variables): string[] {
  return dangerous.flatMap(([name, value, why]) =>
    value.test(environment[name] ?? '') ? [`${name} ${why}; production does not accept that`] : [],
  );
}

/** The fewest characters of a password, and how many of them must differ. Tokens and secrets are longer by their own rule. */
const fewestCharacters = 12;
const fewestDifferent = 6;
/** Of 32 random bytes fewer than this many never differ. */
const fewestDifferentBytes = 16;

/** What makes a password, token or secret easy to guess; nothing where nothing does. */
export function weaknessOf(secret: string): string | undefined {
  if (secret.length < fewestCharacters) return `has a secret of fewer than ${fewestCharacters} characters`;
  if (new Set(secret).size < fewestDifferent)
    return `has a secret of fewer than ${fewestDifferent} different characters`;
  return undefined;
}

/** What makes a key no random one; nothing where nothing does. */
export function keyWeaknessOf(key: Buffer): string | undefined {
  if (new Set(key).size >= fewestDifferentBytes) return undefined;
  return `has a key of fewer than ${fewestDifferentBytes} different bytes, which is not random`;
}
