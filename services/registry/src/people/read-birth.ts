import { daysInMonth, partsOf, plainDateOf } from '@janela/kernel';
import type { DatePrecision, PlainDate } from '@janela/contracts';

/** A birth, as far as it was given. */
export interface Birth {
  from: PlainDate;
  to: PlainDate;
  precision: DatePrecision;
}

const oldestYear = 1890;
const alone = { before: String.raw`(?<![\p{L}\p{N}/.-])`, after: String.raw`(?![\p{L}\p{N}/-])` };
const day = String.raw`(?<day>\d{1,2})`;
const month = String.raw`(?<month>\d{1,2})`;
const year = String.raw`(?<year>\d{4})`;
const sign = '[-/.]';

/** The names of months in the languages of the forms, with their numbers. */
const monthNames = new Map(
  ['en', 'pt', 'fr'].flatMap((language) =>
    (['long', 'short'] as const).flatMap((width) =>
      Array.from({ length: 12 }, (_, index): [string, number] => {
        const name = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' }).format(Date.UTC(2000, index));
        return [plain(name), index + 1];
      }),
    ),
  ),
);
const named = [...monthNames.keys()].sort((a, b) => b.length - a.length).join('|');

/** In the order in which they are tried. A day stands before its month, unless it cannot. */
const forms = [
  `${year}${sign}${month}${sign}${day}`,
  `${day}${sign}${month}${sign}${year}`,
  `(?:${day}(?:st|nd|rd|th|er|º)? (?:de )?)?(?<name>${named})\\.?,? (?:de )?${year}`,
  `${month}${sign}${year}`,
  `${year}${sign}${month}`,
  year,
].map((form) => new RegExp(`${alone.before}${form}${alone.after}`, 'iu'));

/** Finds a birth in a text, and returns it with the rest of the text. */
export function findBirth(text: string, today: PlainDate): { birth: Birth; rest: string } | undefined {
  const read = plain(text);
  for (const form of forms) {
    const found = form.exec(read);
    const birth = found?.groups && birthOf(found.groups, today);
    if (found && birth)
      return { birth, rest: `${read.slice(0, found.index)} ${read.slice(found.index + found[0].length)}` };
  }
  return undefined;
}

/** Returns the birth that a text says and nothing else. */
export function readBirth(text: string, today: PlainDate): Birth | undefined {
  const found = findBirth(text, today);
  return found?.rest.trim() === '' ? found.birth : undefined;
}

function birthOf(groups: Readonly<Record<string, string | undefined>>, today: PlainDate): Birth | undefined {
  const inYear = Number(groups['year']);
  if (inYear < oldestYear || inYear > partsOf(today).year) return undefined;
  const inMonth = groups['name'] === undefined ? Number(groups['month'] ?? 0) : (monthNames.get(groups['name']) ?? 0);
  const onDay = Number(groups['day'] ?? 0);
  if (groups['day'] !== undefined) return dayOf(inYear, inMonth, onDay) ?? dayOf(inYear, onDay, inMonth);
  if (groups['month'] === undefined && groups['name'] === undefined)
    return { from: plainDateOf(inYear, 1, 1), to: plainDateOf(inYear, 12, 31), precision: 'year' };
  if (inMonth < 1 || inMonth > 12) return undefined;
  const from = plainDateOf(inYear, inMonth, 1);
  return { from, to: plainDateOf(inYear, inMonth, daysInMonth(inYear, inMonth)), precision: 'month' };
}

function dayOf(inYear: number, inMonth: number, onDay: number): Birth | undefined {
  const isPossible = inMonth >= 1 && inMonth <= 12 && onDay >= 1;
  if (!isPossible || onDay > daysInMonth(inYear, inMonth)) return undefined;
  const date = plainDateOf(inYear, inMonth, onDay);
  return { from: date, to: date, precision: 'day' };
}

/** Small letters without accents: août is aout. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .replace(/\.$/, '');
}
