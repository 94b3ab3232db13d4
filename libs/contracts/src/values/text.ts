import { z } from 'zod';

/** Control characters, halves of characters, and marks that reverse the reading direction have no place in a line of text. */
const oneLine = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;
const manyLines = /^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|[\t\n\r])*$/u;
/** Something to see: a text of nothing but joiners and spaces of no width looks empty, whatever it is. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const blank = { error: 'has nothing that can be read', params: { code: 'text_blank' } };
const refused = { error: 'has a character that cannot be read', params: { code: 'text_unreadable' } };

/** Spaces of whatever kind and number, such as those that do not break, which spreadsheets leave behind. */
const spaces = /\p{Zs}+/gu;

/**
 * A line that a person typed: normalised (NFC), trimmed, each run of spaces one plain space, of at most so many characters. Empty
 * text is no text.
 */
export function line(maxLength: number) {
  return z
    .string()
    .normalize('NFC')
    .overwrite((text) => text.replaceAll(spaces, ' '))
    .trim()
    .min(1)
    .max(maxLength)
    .refine((text) => oneLine.test(text), refused)
    .refine((text) => text === '' || visible.test(text), blank);
}

/** Like `line`, with line breaks. */
export function paragraph(maxLength: number) {
  return z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(maxLength)
    .refine((text) => manyLines.test(text), refused)
    .refine((text) => text === '' || visible.test(text), blank);
}

/** Text of a document that a country writes down, kept as it is: nothing that cannot be read, or stored. */
export function written(maxLength: number, minLength = 1) {
  return z
    .string()
    .min(minLength)
    .max(maxLength)
    .refine((text) => manyLines.test(text), refused);
}
