import { words, type Sentence } from '../language/words.ts';

/** Why a name is not known. */
export type Lack = 'loading' | 'not yours' | 'not loaded';

/** What stands in the place of a name that is not known. */
export const lackWords: Readonly<Record<Lack, Sentence>> = {
  loading: words('…', '…', '…'),
  'not yours': words(
    'name not shown: you may not see it',
    'nome não mostrado: não o pode ver',
    'nom non affiché : vous ne pouvez pas le voir',
  ),
  'not loaded': words('name could not be loaded', 'o nome não pôde ser carregado', 'le nom n’a pas pu être chargé'),
};
