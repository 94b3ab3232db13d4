import { hashOf } from '@janela/random';

/**
 * The place of a value after a shuffle of 0 … `size` − 1: distinct values have distinct places, neighbours end up unrelated. A Feistel
 * network over a rectangle that holds the range, walked on until it comes back into the range.
 */
export function shuffled(value: number, size: number, key: number): number {
  const rows = Math.ceil(Math.sqrt(size));
  const width = Math.ceil(size / rows);
  let place = value % size;
  do {
    let [row, column] = [Math.floor(place / width), place % width];
    for (let round = 0; round < 4; round += 1) {
      if (round % 2 === 0) row = (row + hashOf(key, round, column)) % rows;
      else column = (column + hashOf(key, round, row)) % width;
    }
    place = row * width + column;
  } while (place >= size);
  return place;
}

/** A number in a form such as `######/##/1`, each `#` a digit. Distinct for as many ordinals as the form has numbers. */
export function numberIn(form: string, ordinal: number, key: number): string {
  const width = form.split('#').length - 1;
  const digits = String(shuffled(ordinal, 10 ** width, key)).padStart(width, '0');
  let next = 0;
  return form.replaceAll('#', () => digits[next++] ?? '0');
}

/** How a country's phone numbers look: one of the beginnings, then so many digits. */
export interface PhoneForm {
  beginnings: readonly string[];
  digits: number;
}

/** A phone number that ends in one of the endings given. Distinct ordinals have distinct numbers while there are enough. */
export function phoneNumber(form: PhoneForm, endings: readonly string[], ordinal: number, key: number): string {
  const middles = 10 ** (form.digits - 2);
  const place = shuffled(ordinal, form.beginnings.length * middles * endings.length, key);
  const ending = endings[place % endings.length] ?? '00';
  const rest = Math.floor(place / endings.length);
  const beginning = form.beginnings[rest % form.beginnings.length] ?? '';
  const middle = Math.floor(rest / form.beginnings.length);
  return `${beginning}${String(middle).padStart(form.digits - 2, '0')}${ending}`;
}
