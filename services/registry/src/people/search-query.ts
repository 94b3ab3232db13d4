import { areaLevel, everywhere, isAreaCode, partsOf } from '@janela/kernel';

import type { NameTerm } from './search-terms.ts';

/** How many are looked at of those who fit equally well, and of all. */
const maxOfAKind = 100;
const maxCandidates = 100;
const maxOfAWord = 20;
/** More words than these narrow nothing further. */
export const maxWordsAlike = 6;
/** Births are often guessed. */
const yearsAround = 2;

type Nearness = 'exact' | 'around';

/** In SQL: the people of one pass of a search. The living come first; a person who has left is in another household, or in none. */
export const living = 'died_on IS NULL';
export const dead = 'died_on IS NOT NULL';
type Standing = typeof living | typeof dead;

/** The birth itself first, then births around it. */
function nearnessOf(born: NameTerm['born']): Nearness[] {
  return born ? ['exact', 'around'] : ['exact'];
}

/** A word of a search, and the words of the register that are nearly it, or only sound like it. */
export interface WordLikes {
  near: string[];
  alike: string[];
}

/**
 * The part of a search that looks for names: branches in the order of their likeness, each ended by a limit, first for the living and
 * then for the dead. Postgres takes them one after the other and stops when there are enough, so that a limit never hides an exact
 * name behind those that are like it, nor one who lives behind namesakes who do not.
 */
export class NameQuery {
  private readonly branches: ((standing: Standing) => string)[] = [];

  /** Values are added to `binds`; `areas` are those in which people may be found. */
  constructor(
    private readonly binds: unknown[],
    private readonly areas: readonly string[],
  ) {}

  get isEmpty(): boolean {
    return this.branches.length === 0;
  }

  /** Adds those who are called so and nothing else, then those who are called so among other things. */
  addExact({ words, born }: NameTerm): void {
    for (const nearness of nearnessOf(born)) {
      const conditions = this.birthConditions(born, nearness);
      if (words.length === 0) {
        this.add(conditions);
        return;
      }
      this.add([`k.whole = md5(${this.bind([...words].sort().join(' '))})`, ...conditions]);
      this.add([`k.words @> ${this.bind(words)}::text[]`, ...conditions]);
    }
  }

  /** Adds those who are called nearly so: one word that is not quite it, then several, then those that only sound so. */
  addAlike({ words, born }: NameTerm, likes: readonly WordLikes[]): void {
    const birth = this.birthConditions(born, 'around');
    for (const [index, { near }] of likes.entries()) this.addOneOther(words, index, near, birth);
    if (words.length === 1) {
      this.addOneOther(words, 0, likes[0]?.alike ?? [], birth);
      return;
    }
    const all = (kind: (likes: WordLikes) => string[]) =>
      likes.map((like, index) => `k.words && ${this.bind([words[index] ?? '', ...kind(like)])}::text[]`);
    this.add([...all(({ near }) => near), ...birth]);
    if (likes.some(({ alike }) => alike.length > 0))
      this.add([...all(({ near, alike }) => [...near, ...alike]), ...birth]);
  }

  /** Some of those who have one of these words in the place of one, for each of them: a common one does not hide the others. */
  private addOneOther(
    words: readonly string[],
    index: number,
    others: readonly string[],
    birth: readonly string[],
  ): void {
    if (others.length === 0) return;
    const rest = this.bind(words.filter((_, other) => other !== index));
    // A birth leaves few of them, and is dear to look up for each word.
    if (birth.length > 0) {
      this.add([`k.words && ${this.bind(others)}::text[]`, `k.words @> ${rest}::text[]`, ...birth]);
      return;
    }
    const where = [`k.words @> (${rest}::text[] || likes.word)`, ...birth, ...this.areaConditions()].join(' AND ');
    const likes = `unnest(${this.bind(others)}::text[]) WITH ORDINALITY AS likes (word, place)`;
    this.branches.push((standing) => {
      const each = `SELECT k.person_id FROM ${keysOf(standing)} WHERE ${where} LIMIT ${maxOfAWord}`;
      return `(SELECT each.person_id FROM ${likes} CROSS JOIN LATERAL (${each}) AS each)`;
    });
  }

  /** Returns the people in the order of the branches, for one standing after the other; `tier` is 0 for the first of them. */
  toSql(...standings: Standing[]): string {
    const branches = standings.flatMap((standing) => this.branches.map((branch) => branch(standing)));
    const tiers = branches.map(
      (branch, tier) => `SELECT person_id, 'name' AS term, ${tier} AS tier FROM ${branch} AS branch_${tier}`,
    );
    return `(SELECT * FROM (${tiers.join(' UNION ALL ')}) AS branches LIMIT ${maxCandidates})`;
  }

  private add(conditions: readonly string[]): void {
    const where = [...conditions, ...this.areaConditions()].join(' AND ');
    this.branches.push(
      (standing) => `(SELECT k.person_id FROM ${keysOf(standing)} WHERE ${where} LIMIT ${maxOfAKind})`,
    );
  }

  /** Years are in the same index as the words, and so is what lies around a birth. */
  private birthConditions(born: NameTerm['born'], nearness: Nearness): string[] {
    if (!born) return [];
    if (nearness === 'exact' && born.precision !== 'year')
      return [`k.born_on BETWEEN ${this.bind(born.from)}::date AND ${this.bind(born.to)}::date`];
    const around = nearness === 'exact' ? 0 : yearsAround;
    const first = partsOf(born.from).year - around;
    const years = Array.from({ length: 2 * around + 1 }, (_, index) => String(first + index));
    return [`k.within && ${this.bind(years)}::text[]`];
  }

  /** A country is most of the register, and no index helps to find that. */
  private areaConditions(): string[] {
    if (this.areas.includes(everywhere)) return [];
    const codes = this.areas.filter(isAreaCode);
    const isNarrow = codes.every((code) => areaLevel(code) > 0);
    return [isNarrow ? `k.within && ${this.bind(codes)}::text[]` : `k.area_code ^@ ANY (${this.bind(codes)}::text[])`];
  }

  private bind(value: unknown): string {
    this.binds.push(value);
    return `$${this.binds.length}`;
  }
}

/** In SQL: the keys of those who stand so. `OFFSET 0` has each person looked up by the id, not all of them read. */
function keysOf(standing: Standing): string {
  return `person_keys k CROSS JOIN LATERAL (
    SELECT FROM people WHERE id = k.person_id AND ${standing} AND left_on IS NULL OFFSET 0) AS present`;
}
