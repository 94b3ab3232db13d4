import type { PlainDate } from '@janela/contracts';
import { invariant } from '@janela/kernel';

import type { KnownProgramme, RuleVersion } from './rule-version.ts';

/** All rules that are published, as they were at one moment. */
export class PublishedRules {
  private readonly byProgramme: ReadonlyMap<string, readonly RuleVersion[]>;

  constructor(
    readonly revision: string,
    versions: readonly RuleVersion[],
  ) {
    const latestFirst = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    this.byProgramme = Map.groupBy(latestFirst, ({ programme }) => programme.id);
  }

  /** Returns of each programme the version that is in force on a day, ordered by the programmes' codes. */
  listInForce(asOf: PlainDate): RuleVersion[] {
    const versions = [...this.byProgramme.keys()].flatMap((id) => this.findInForce(id, asOf) ?? []);
    return versions.sort((a, b) => (a.programme.code < b.programme.code ? -1 : 1));
  }

  findInForce(programmeId: string, asOf: PlainDate): RuleVersion | undefined {
    return this.byProgramme.get(programmeId)?.find(({ validFrom }) => validFrom <= asOf);
  }

  findProgramme(code: string): KnownProgramme | undefined {
    const versions = [...this.byProgramme.values()].find(([latest]) => latest?.programme.code === code);
    return versions?.[0]?.programme;
  }

  /** Returns the programme of an application or an enrolment. */
  getProgramme(id: string): KnownProgramme {
    const latest = this.byProgramme.get(id)?.[0];
    invariant(latest, 'there are applications and enrolments only for programmes that were published');
    return latest.programme;
  }

  /** Returns the version by which something was judged. */
  getVersion(programmeId: string, number: number): RuleVersion {
    const version = this.byProgramme.get(programmeId)?.find((each) => each.number === number);
    invariant(version, 'a published version is never taken back');
    return version;
  }
}
