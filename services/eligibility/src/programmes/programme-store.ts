import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { Programme, ProgrammeVersion } from '@janela/contracts';
import { type Actor, canonicalJson, Clock, insertAll, mayDo, type Tx } from '@janela/platform';
import { In } from 'typeorm';

import { ProgrammeMismatch, ProgrammeNotFound, VersionDiffers } from '../eligibility.errors.ts';
import { eligibilityPermissions } from '../eligibility.permissions.ts';
import { toCel } from '../rules/language/cel.ts';
import { ProgrammeVersionEntity } from './programme-version.entity.ts';
import { type ProgrammeBase, ProgrammeEntity } from './programme.entity.ts';
import { toProgramme } from './to-programme.ts';

/** The rows of programmes and their versions. */
@Injectable()
export class ProgrammeStore {
  constructor(private readonly clock: Clock) {}

  /** Returns the programme of this code, made if there is none. What is there already must be the same. */
  async ensure(tx: Tx, actor: Actor, definition: ProgrammeBase): Promise<ProgrammeEntity> {
    const { code, quota } = definition;
    const row = { id: randomUUIDv7(), code, version: 0, definition, writtenBy: actor.id, writtenAt: this.clock.now() };
    await tx.createQueryBuilder().insert().into(ProgrammeEntity).values(row).orIgnore().execute();
    const programme = await tx
      .createQueryBuilder(ProgrammeEntity, 'programme')
      .where({ code })
      .setLock('for_no_key_update')
      .getOneOrFail();
    if (canonicalJson(programme.definition) !== canonicalJson(definition)) throw new ProgrammeMismatch();
    if (programme.id === row.id) {
      await tx.query(
        'INSERT INTO quotas (programme_id, area_code, places) SELECT $1, area, places::int FROM jsonb_each_text($2) AS of (area, places)',
        [row.id, quota?.places ?? {}],
      );
    }
    return programme;
  }

  /** Locks a programme, so that its versions are written and published one after the other. */
  async lock(tx: Tx, id: string): Promise<ProgrammeEntity> {
    const programme = await tx
      .createQueryBuilder(ProgrammeEntity, 'programme')
      .where({ id })
      .setLock('for_no_key_update')
      .getOne();
    if (!programme) throw new ProgrammeNotFound();
    return programme;
  }

  /** Adds the versions that are new as drafts, and answers them; one that is there already must be the same. */
  async addDrafts(
    tx: Tx,
    actor: Actor,
    programme: ProgrammeEntity,
    versions: readonly ProgrammeVersion[],
  ): Promise<number[]> {
    const stored = await tx.findBy(ProgrammeVersionEntity, { programmeId: programme.id });
    const byNumber = new Map(stored.map((row) => [row.number, row]));
    for (const { version, ...rest } of versions) {
      const known = byNumber.get(version)?.definition;
      if (known && canonicalJson(known) !== canonicalJson({ version, ...rest })) {
        throw new VersionDiffers(`Version ${version}`);
      }
    }
    const added = versions.filter(({ version }) => !byNumber.has(version));
    const now = this.clock.now();
    await insertAll(
      tx,
      ProgrammeVersionEntity,
      added.map((definition) => toDraft(programme.id, definition, actor, now)),
    );
    if (added.length > 0) await tx.update(ProgrammeEntity, { id: programme.id }, { version: programme.version + 1 });
    return added.map(({ version }) => version);
  }

  /** Programmes as the actor may see them: drafts are for who writes and publishes, and a programme of drafts alone is one. */
  async answer(tx: Tx, actor: Actor, programmes: readonly ProgrammeEntity[]): Promise<Programme[]> {
    const ids = programmes.map(({ id }) => id);
    const versions = await tx.findBy(ProgrammeVersionEntity, { programmeId: In(ids) });
    const seesDrafts = maySeeDrafts(actor);
    return programmes.flatMap((programme) => {
      const own = versions.filter(({ programmeId, state }) => {
        return programmeId === programme.id && (seesDrafts || state === 'published');
      });
      return own.length === 0 ? [] : [toProgramme(programme, own, this.clock.today())];
    });
  }
}

export function maySeeDrafts(actor: Actor): boolean {
  return ['programme.write', 'programme.publish'].some((name) => mayDo(eligibilityPermissions, actor, name));
}

function toDraft(
  programmeId: string,
  definition: ProgrammeVersion,
  actor: Actor,
  writtenAt: Date,
): ProgrammeVersionEntity {
  return {
    programmeId,
    number: definition.version,
    state: 'draft',
    definition,
    cel: toCel(definition.ruleSet),
    validFrom: definition.validFrom,
    writtenBy: actor.id,
    writtenByName: actor.name,
    writtenAt,
    publishedBy: null,
    publishedByName: null,
    publishedAt: null,
    reach: null,
  };
}
