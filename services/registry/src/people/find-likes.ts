import type { Tx } from '@janela/platform';

import { distanceTo } from '../names/word-distance.ts';
import { lettersOf } from '../names/name-words.ts';
import type { WordLikes } from './search-query.ts';

/** One slip of the pen makes another word of shorter ones. */
const minLettersForSlips = 3;
const maxNear = 60;
const maxAlike = 20;

/** Finds the words of the register that are like these: they begin so, are one slip apart, or sound so. */
export async function findLikes(tx: Tx, words: readonly string[]): Promise<WordLikes[]> {
  const rows = await tx.query<{ place: number; word: string; sounds: boolean }[]>(likesSql, [
    words,
    minLettersForSlips,
  ]);
  return words.map((word, index) => {
    const own = rows.filter((row) => row.place === index + 1 && row.word !== word);
    const slips = lettersOf(word).length < minLettersForSlips ? 0 : 1;
    const isNear = (other: string) => distanceTo(word, other) <= Math.max(slips, 0.5);
    const near = own.filter((row) => isNear(row.word)).map((row) => row.word);
    const alike = own.filter((row) => row.sounds && !isNear(row.word)).map((row) => row.word);
    const closest = (a: string, b: string) => distanceTo(word, a) - distanceTo(word, b) || a.length - b.length;
    return {
      near: unique(near).sort(closest).slice(0, maxNear),
      alike: unique(alike).sort(closest).slice(0, maxAlike),
    };
  });
}

/** The last of the letters that there are, so that a range holds every word that begins so. */
const likesSql = `
  SELECT searched.place::int, likes.word, bool_or(likes.sounds) AS sounds
  FROM unnest($1::text[]) WITH ORDINALITY AS searched (word, place) CROSS JOIN LATERAL (
    (SELECT word, false AS sounds FROM name_words
     WHERE word >= searched.word COLLATE "C" AND word < (searched.word || chr(1114111)) COLLATE "C"
     ORDER BY length(word), word LIMIT 300)
    UNION ALL
    (SELECT word, false FROM name_words
     WHERE length(searched.word) >= $2 AND slips && name_slips(searched.word)
     ORDER BY abs(length(word) - length(searched.word)), word LIMIT 500)
    UNION ALL
    (SELECT word, true FROM name_words WHERE sounds && name_sounds(searched.word)
     ORDER BY abs(length(word) - length(searched.word)), word LIMIT 200)
  ) AS likes GROUP BY 1, 2`;

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
