import { describe, expect, it } from '@jest/globals';

import { bannedIn, bannedWords, countWords, readBaseline, tooMany, totals } from '../vocabulary.mjs';

describe('the words of the project', () => {
  const counts = countWords();
  const baseline = readBaseline();

  it('are plain: no banned word is used more often than before', () => {
    expect(tooMany(counts, baseline)).toEqual([]);
  });

  it('are counted again when there are fewer: if not, run `npm run vocabulary` and commit the file', () => {
    expect(totals(baseline)).toEqual(totals(counts));
  });
});

describe('a banned word', () => {
  it.each([
    ['a part of an identifier', 'cycle.ts', 'const cycleInHand = takeHOUSE(house_number);', ['hand', 'house', 'house']],
    ['a file', 'deed.words.ts', '', ['deed']],
    ['a comment', 'cycle.ts', '// Nobody is told.', ['nobody', 'told']],
    ['a log line', 'cycle.ts', "log.warn('The leash was let go');", ['leash']],
    ['a word on a screen', 'home.words.ts', "nothing: { en: 'Whoever asks' }", ['whoever']],
    ['an inflection', 'cycle.ts', '// It was handed over and mended.', ['handed', 'mended']],
    ['a phrase on a screen', 'home.words.ts', "state: { en: 'Came back' }", ['came back']],
    ['the start of a docstring', 'cycle.ts', '/** Answers the cycle. */', ['Answers …']],
    ['the start of a docstring of several lines', 'cycle.ts', '/**\n * Says who.\n */', ['Says …']],
  ])('is found in %s', (_, path, text, words) => {
    expect(bannedIn(path, text)).toEqual(words);
  });

  it('is not found inside another word, or where it is ordinary English', () => {
    const text =
      'household handler return beforehand written by hand, each in turn; turns "all" into "any"; turned out so; turning 18; answers: Answers';

    expect(bannedIn('household.ts', text)).toEqual([]);
  });

  it('fails with the project, the count and the word to use, and may only become rarer', () => {
    const before = { payments: { hand: 2 }, registry: { deed: 1 } };

    expect(tooMany({ payments: { hand: 1 }, registry: { deed: 1 } }, before)).toEqual([]);
    expect(tooMany({ payments: { hand: 3 }, window: { deed: 1 } }, before)).toEqual([
      `payments: "hand" is there 3 times, 2 at most. Write: ${bannedWords.hand}.`,
      `window: "deed" is there 1 times, 0 at most. Write: ${bannedWords.deed}.`,
    ]);
  });
});
