/** What was typed as an amount, in minor units of a currency with hundredths; nothing where it is not one. */
export function minorOf(typed: string): number | undefined {
  const given = typed.trim();
  // Commas and spaces stand before three digits or nowhere: `2,00,0` may mean anything.
  if (/[\s,]/.test(given) && !/^\d{1,3}(?:[\s,]\d{3})+(?:\.\d{1,2})?$/.test(given)) return undefined;
  const text = given.replaceAll(/[\s,]/g, '');
  const [, whole, fraction = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const minor = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
