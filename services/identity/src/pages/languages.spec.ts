import { describe, expect, it } from '@jest/globals';

import { firstSpoken, languages, say } from './languages.ts';
import { words } from './words.ts';

describe('languages', () => {
  it('takes the first wished one that is spoken, whatever country it comes with', () => {
    expect(firstSpoken('bem ny pt-MZ en')).toBe('pt');
    expect(firstSpoken('FR-cd')).toBe('fr');
    expect(firstSpoken('bem')).toBeUndefined();
    expect(firstSpoken('')).toBeUndefined();
  });

  it('say every sentence in every language, with the same gaps to fill', () => {
    const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [name, said] of Object.entries(words)) {
      for (const language of languages) {
        expect([name, language, said[language].trim() !== '']).toEqual([name, language, true]);
        expect([name, language, gaps(said[language])]).toEqual([name, language, gaps(said.en)]);
      }
    }
  });

  it('fill the gaps with what is given', () => {
    expect(say(words.wait, 'pt', { minutes: 4 })).toContain('Espere 4 min');
  });
});
