import { Injectable } from '@nestjs/common';
import type { PlainDate, ProgrammeVersion, Scorecard } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { vocabularyOf } from '../rules/language/vocabulary.ts';
import type { ProgrammeBase } from './programme.entity.ts';
import { compileVersion, type KnownProgramme, type RuleVersion } from './rule-version.ts';

/** All rules that are published, as they were at one moment. */
export class Book {
  private readonly byProgramme: ReadonlyMap<string, readonly RuleVersion[]>;

  constructor(
    readonly revision: string,
    versions: readonly RuleVersion[],
  ) {
    const latestFirst = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    this.byProgramme = Map.groupBy(latestFirst, ({ programme }) => programme.id);
  }

  /** Of each programme the version that holds on a day, by the programmes' codes. */
  inForce(asOf: PlainDate): RuleVersion[] {
    const versions = [...this.byProgramme.keys()].flatMap((id) => this.versionInForce(id, asOf) ?? []);
    return versions.sort((a, b) => (a.programme.code < b.programme.code ? -1 : 1));
  }

  versionInForce(programmeId: string, asOf: PlainDate): RuleVersion | undefined {
    return this.byProgramme.get(programmeId)?.find(({ validFrom }) => validFrom <= asOf);
  }

  version(programmeId: string, number: number): RuleVersion | undefined {
    return this.byProgramme.get(programmeId)?.find((version) => version.number === number);
  }

  programme(programmeId: string): KnownProgramme | undefined {
    return this.byProgramme.get(programmeId)?.[0]?.programme;
  }

  programmeByCode(code: string): KnownProgramme | undefined {
    const versions = [...this.byProgramme.values()].find(([latest]) => latest?.programme.code === code);
    return versions?.[0]?.programme;
  }
}

/** Keeps the published rules compiled. A newer revision, from whichever process, has them read again. */
@Injectable()
export class RuleBook {
  private book: Book | undefined;

  /** The rules of a revision that was read in this transaction, or newer ones. */
  async at(tx: Tx, revision: string): Promise<Book> {
    if (this.book?.revision === revision) return this.book;
    const book = new Book(revision, await readVersions(tx));
    if (!this.book || BigInt(this.book.revision) < BigInt(revision)) this.book = book;
    return book;
  }

  /** The rules as they are now. */
  async now(tx: Tx): Promise<Book> {
    const [row] = await tx.query<{ revision: string }[]>('SELECT revision FROM rule_book');
    return this.at(tx, row?.revision ?? '0');
  }
}

/** To be said in the transaction that publishes. */
export async function clearCache(tx: Tx): Promise<void> {
  await tx.query('UPDATE rule_book SET revision = revision + 1');
}

/** The scorecards that there are. */
export async function readScorecards(tx: Tx): Promise<Scorecard[]> {
  const rows = await tx.query<{ definition: Scorecard }[]>('SELECT definition FROM scorecards ORDER BY code');
  return rows.map(({ definition }) => definition);
}

interface Row {
  id: string;
  programme: ProgrammeBase;
  version: ProgrammeVersion;
  validFrom: PlainDate;
}

async function readVersions(tx: Tx): Promise<RuleVersion[]> {
  const vocabulary = vocabularyOf(await readScorecards(tx));
  const rows = await tx.query<Row[]>(
    `SELECT programmes.id, programmes.definition AS programme, versions.definition AS version,
       versions.valid_from::text AS "validFrom"
     FROM programme_versions versions JOIN programmes ON programmes.id = versions.programme_id
     WHERE versions.state = 'published'`,
  );
  return rows.map(({ id, programme, version, validFrom }) =>
    compileVersion({ ...programme, id }, version, validFrom, vocabulary),
  );
}
