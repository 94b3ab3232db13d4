import { Injectable } from '@nestjs/common';
import type { PlainDate, ProgrammeVersion, Scorecard } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { vocabularyOf } from '../rules/language/vocabulary.ts';
import type { ProgrammeBase } from './programme.entity.ts';
import { PublishedRules } from './published-rules.ts';
import { compileVersion, type RuleVersion } from './rule-version.ts';

/** Keeps the published rules compiled. They are read again when any process has published a newer revision. */
@Injectable()
export class PublishedRulesCache {
  private latest: PublishedRules | undefined;

  /** Returns the rules of a revision that was read in this transaction, or newer ones. */
  async at(tx: Tx, revision: string): Promise<PublishedRules> {
    if (this.latest?.revision === revision) return this.latest;
    const rules = new PublishedRules(revision, await findPublishedVersions(tx));
    if (!this.latest || BigInt(this.latest.revision) < BigInt(revision)) this.latest = rules;
    return rules;
  }

  /** Returns the rules as they are now. */
  async now(tx: Tx): Promise<PublishedRules> {
    const [row] = await tx.query<{ revision: string }[]>('SELECT revision FROM rule_book');
    return this.at(tx, row?.revision ?? '0');
  }
}

/** Makes every process read the rules again; called in the transaction that publishes. */
export async function bumpRevision(tx: Tx): Promise<void> {
  await tx.query('UPDATE rule_book SET revision = revision + 1');
}

/** Returns all scorecards. */
export async function findScorecards(tx: Tx): Promise<Scorecard[]> {
  const rows = await tx.query<{ definition: Scorecard }[]>('SELECT definition FROM scorecards ORDER BY code');
  return rows.map(({ definition }) => definition);
}

interface Row {
  id: string;
  programme: ProgrammeBase;
  version: ProgrammeVersion;
  validFrom: PlainDate;
}

async function findPublishedVersions(tx: Tx): Promise<RuleVersion[]> {
  const vocabulary = vocabularyOf(await findScorecards(tx));
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
