import { dateIn, type PlainDate } from '@janela/kernel';

/** A day as the reader's language writes it; of an instant, the day that it was in the country. */
export function dateText(dayOrInstant: string, locale: string, timeZone: string): string {
  const day = dayOrInstant.length === 10 ? dayOrInstant : dateIn(timeZone, new Date(dayOrInstant));
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T00:00:00Z`));
}

/** A moment by the clocks of the country, wherever the reader is. */
export function instantText(instant: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** The month that it is in the country, `YYYY-MM`. */
export const monthNow = (timeZone: string, now = new Date()): string => dateIn(timeZone, now).slice(0, 7);

/** The day that it is in the country. */
export const todayIn = (timeZone: string, now = new Date()): PlainDate => dateIn(timeZone, now);
