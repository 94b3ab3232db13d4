/** Returns a JSON pointer (RFC 6901) to a place inside another. */
export function pointerTo(base: string, ...steps: readonly PropertyKey[]): string {
  return base + steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
