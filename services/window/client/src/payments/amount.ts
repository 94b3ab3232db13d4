/** What was typed as an amount, in minor units of a currency with hundredths; nothing where it is not one. */
export function minorOf(typed: string): number | undefined {
  const text = typed.trim().replaceAll(/[\s,]/g, '');
  const [, whole, fraction = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const minor = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
