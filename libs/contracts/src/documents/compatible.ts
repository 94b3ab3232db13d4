import type { JsonSchema } from './json-schema.ts';

/** Why a schema may not take the place of another: where, and what would break. */
export interface Break {
  readonly path: string;
  readonly says: string;
}

/** Words that promise nothing. */
const annotations = new Set(['$schema', 'title', 'description', 'examples', 'default', 'deprecated']);
const lowerBounds = ['minimum', 'minLength', 'minItems'];
const upperBounds = ['maximum', 'maxLength', 'maxItems'];
const understood = new Set([
  ...['type', 'enum', 'const', 'anyOf', 'pattern', 'format', 'properties', 'required', 'additionalProperties', 'items'],
  ...lowerBounds,
  ...upperBounds,
]);

/**
 * What breaks when `after` takes the place of `before`. Events are kept for ever and read again, so whatever was valid must
 * stay valid; and readers rely on the fields that were promised, so these must stay and stay required. A new optional field,
 * another value in a list and a wider limit break nothing. What cannot be judged counts as broken.
 */
export function compatible(before: JsonSchema, after: JsonSchema, path = ''): Break[] {
  if (mayBeNull(after) && !mayBeNull(before)) return [breaks(path, 'may be null now')];
  if (before.anyOf || after.anyOf) return compareChoices(before, after, path);
  const [was, is] = [typesOf(before), typesOf(after)];
  if (was !== is) return [breaks(path, `was ${was} and is ${is}`)];
  return [
    ...compareValues(before, after, path),
    ...compareBounds(before, after, path),
    ...compareFields(before, after, path),
    ...compareExtraFields(before, after, path),
    ...compareItems(before, after, path),
    ...compareTheRest(before, after, path),
  ];
}

/** Every shape that was possible must still be one of the possible shapes. */
function compareChoices(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  const now = after.anyOf ?? [after];
  return (before.anyOf ?? [before])
    .filter((choice) => now.every((other) => compatible(choice, other).length > 0))
    .map((choice) => breaks(path, `may no longer be ${typesOf(choice)}`));
}

function compareValues(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  if (!is) return [];
  if (!was) return [breaks(path, `may only be ${is.join(', ')} now`)];
  return was.filter((value) => !is.includes(value)).map((value) => breaks(path, `may no longer be ${String(value)}`));
}

function compareBounds(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  const number = (schema: JsonSchema, keyword: string, otherwise: number) =>
    (schema[keyword] as number | undefined) ?? otherwise;
  const raised = lowerBounds.filter((word) => number(after, word, -Infinity) > number(before, word, -Infinity));
  const lowered = upperBounds.filter((word) => number(after, word, Infinity) < number(before, word, Infinity));
  const replaced = ['pattern', 'format'].filter((word) => after[word] !== undefined && after[word] !== before[word]);
  return [...raised, ...lowered, ...replaced].map((word) =>
    breaks(path, `has a tighter ${word}: ${String(after[word])}`),
  );
}

function compareFields(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  const [was, is] = [before.properties ?? {}, after.properties ?? {}];
  const neededBefore = new Set(before.required);
  const neededAfter = new Set(after.required);
  const kept = Object.entries(was).flatMap(([name, field]) => {
    const at = `${path}/${name}`;
    const now = is[name];
    if (!now) return [breaks(at, 'is gone, or has another name')];
    const inner = compatible(field, now, at);
    if (neededBefore.has(name) && !neededAfter.has(name)) inner.push(breaks(at, 'is no longer promised to be there'));
    if (!neededBefore.has(name) && neededAfter.has(name)) inner.push(breaks(at, 'is required now'));
    return inner;
  });
  const added = Object.keys(is).filter((name) => !(name in was) && neededAfter.has(name));
  return [...kept, ...added.map((name) => breaks(`${path}/${name}`, 'is new and required'))];
}

function compareExtraFields(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  const [was, is] = [before.additionalProperties ?? true, after.additionalProperties ?? true];
  if (is === true || was === false) return [];
  if (was === true || is === false) return [breaks(path, 'takes fewer fields than before')];
  return compatible(was, is, `${path}/*`);
}

function compareItems(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  if (!after.items) return [];
  return before.items
    ? compatible(before.items, after.items, `${path}/0`)
    : [breaks(path, 'has items of one kind now')];
}

function compareTheRest(before: JsonSchema, after: JsonSchema, path: string): Break[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((word) => !annotations.has(word) && !understood.has(word))
    .filter((word) => JSON.stringify(before[word]) !== JSON.stringify(after[word]))
    .map((word) => breaks(path, `has another ${word}`));
}

function mayBeNull({ type, anyOf }: JsonSchema): boolean {
  return [type].flat().includes('null') || (anyOf ?? []).some(mayBeNull);
}

function typesOf({ type = 'anything' }: JsonSchema): string {
  return [type].flat().sort().join(' or ');
}

function valuesOf(schema: JsonSchema): readonly unknown[] | undefined {
  return 'const' in schema ? [schema.const] : schema.enum;
}

function breaks(path: string, says: string): Break {
  return { path: path === '' ? '/' : path, says };
}
