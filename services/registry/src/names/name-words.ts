/** Letters that stand for others, where taking accents off is not enough. */
const foldings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'ng',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ς: 'σ',
  ё: 'е',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ة: 'ه',
  ک: 'ك',
  ؤ: 'و',
  ٱ: 'ا',
};
const folded = new RegExp(`[${Object.keys(foldings).join('')}]`, 'gu');
/** Accents, vowel points and the like, which people leave out; signs that only join or stretch letters. */
const leftOut =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|\u0640|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|\p{Cf}/gu;
const apostrophes = /['’‘`´ʼʻ′＇]/gu;
const separators = /[^\p{L}\p{N}\p{M}]+/u;
/** Longer words are the same when they begin so: an index holds no keys of any length. */
const maxLetters = 60;
/** Words as short as this are often written as one with the next: Ng andu, De Souza, Al Hassan. */
const particleLetters = 3;

/**
 * The words of a name as they are compared, in their order: without case, accents and apostrophes, split at whatever is no letter.
 * This is the one place that says so: what is stored, what is searched by, and what is compared come from here.
 */
export function plainWords(name: string): string[] {
  return split(tidy(name).replaceAll(apostrophes, ''));
}

/** All words by which a name is found: its own, the parts between apostrophes, and short neighbours written as one. */
export function nameKeys(name: string): string[] {
  const words = plainWords(name);
  const parts = split(tidy(name).replaceAll(apostrophes, ' '));
  const joined = words.slice(1).map((word, index) => [words[index] ?? '', word] as const);
  const tight = tidy(name)
    .split(/\s+/u)
    .map((text) => split(text))
    .filter(({ length }) => length > 1);
  const short = joined.filter((pair) => pair.some((word) => lettersOf(word).length <= particleLetters));
  const compounds = [...short.map((pair) => pair.join('')), ...tight.map((written) => written.join(''))];
  return [...new Set([...words, ...parts, ...compounds.map(cut)])];
}

/** How a name is stored beside itself, to be found by. */
export function nameColumns({ givenNames, familyName }: { givenNames: string; familyName: string }): {
  nameWords: string[];
  nameWhole: string;
} {
  const keys = [...nameKeys(givenNames), ...nameKeys(familyName)];
  return { nameWords: [...new Set(keys)].sort(), nameWhole: wholeNameOf({ givenNames, familyName }) };
}

/** A whole name, whatever the order of its words. */
export function wholeName(name: string): string {
  return plainWords(name).sort().join(' ');
}

/** The whole name of a person, whatever is given and what the family's: the two are often swapped. */
export function wholeNameOf({ givenNames, familyName }: { givenNames: string; familyName: string }): string {
  return wholeName(`${givenNames} ${familyName}`);
}

/** Returns a name as people write it: given names first. */
export function nameOf({ givenNames, familyName }: { givenNames: string; familyName: string }): string {
  return `${givenNames} ${familyName}`;
}

/** The words of a name as a text, which `name_sounds` of the database takes. */
export function plainName(name: string): string {
  return plainWords(name).join(' ');
}

export function lettersOf(word: string): string[] {
  return [...word];
}

/** There and back, because some small letters have no large one of their own, and the other way round. */
function tidy(name: string): string {
  const large = name.normalize('NFKD').toUpperCase();
  return large
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(leftOut, '')
    .replaceAll(folded, (letter) => foldings[letter] ?? letter);
}

function split(tidied: string): string[] {
  return tidied
    .split(separators)
    .filter((word) => word !== '')
    .map(cut);
}

function cut(word: string): string {
  const letters = lettersOf(word);
  return letters.length <= maxLetters ? word : letters.slice(0, maxLetters).join('');
}
