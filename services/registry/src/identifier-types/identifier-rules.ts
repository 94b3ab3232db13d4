import { Injectable } from '@nestjs/common';
import type { MemberInput } from '@janela/contracts';
import { Database, InvalidRequest, normaliseIdentifier, systemActor } from '@janela/platform';

import { IdentifierTypeEntity } from './identifier-type.entity.ts';

/** How long the kinds of numbers are believed; another instance may have published one. */
const believedMs = 30_000;

export type IdentifierProblem = 'identifier_type_unknown' | 'identifier_malformed' | 'identifier_twice';

type Identifiers = NonNullable<MemberInput['identifiers']>;
type Patterns = ReadonlyMap<string, RegExp>;

const words: Record<IdentifierProblem, string> = {
  identifier_type_unknown: 'is no kind of number that the country has',
  identifier_malformed: 'is not how a number of this kind looks',
  identifier_twice: 'is the number of another member',
};

/** Holds official numbers to the patterns of the country. */
@Injectable()
export class IdentifierRules {
  private read: { patterns: Patterns; at: number } | undefined;

  constructor(private readonly database: Database) {}

  /** Refuses numbers that are not as their kind is, or that two members share; `at` is where a member stands in the request. */
  async mustFit(members: readonly Pick<MemberInput, 'identifiers'>[], at: (index: number) => string): Promise<void> {
    if (members.every(({ identifiers = [] }) => identifiers.length === 0)) return;
    const errors = problemsOf(members, await this.patterns()).map(({ member, place, problem }) => ({
      in: 'body' as const,
      pointer: `${at(member)}/identifiers/${place}/${problem === 'identifier_type_unknown' ? 'type' : 'value'}`,
      code: problem,
      message: words[problem],
    }));
    if (errors.length > 0) throw new InvalidRequest('An official number is not right', { errors });
  }

  /** Believes nothing any more: something was published. */
  forget(): void {
    this.read = undefined;
  }

  /** The kinds of numbers there are, with how they look. */
  async patterns(): Promise<Patterns> {
    const now = performance.now();
    if (this.read && this.read.at + believedMs >= now) return this.read.patterns;
    const types = await this.database.read(systemActor('registry'), (tx) => tx.find(IdentifierTypeEntity));
    const patterns = new Map(types.map(({ type, pattern }) => [type, new RegExp(pattern, 'u')]));
    // Before a country is loaded there is nothing to believe.
    if (patterns.size > 0) this.read = { patterns, at: now };
    return patterns;
  }
}

export interface FoundProblem {
  member: number;
  /** Among the member's numbers. */
  place: number;
  problem: IdentifierProblem;
}

/** What is wrong with the numbers of these members. */
export function problemsOf(
  members: readonly { identifiers?: Identifiers | undefined }[],
  patterns: Patterns,
): FoundProblem[] {
  const seen = new Set<string>();
  return members.flatMap(({ identifiers = [] }, member) =>
    identifiers.flatMap(({ type, value }, place) => {
      const key = `${type} ${normaliseIdentifier(value)}`;
      const problem = problemOf(patterns.get(type), value) ?? (seen.has(key) ? 'identifier_twice' : undefined);
      seen.add(key);
      return problem ? [{ member, place, problem }] : [];
    }),
  );
}

function problemOf(pattern: RegExp | undefined, value: string): IdentifierProblem | undefined {
  if (!pattern) return 'identifier_type_unknown';
  return pattern.test(value) ? undefined : 'identifier_malformed';
}
