import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import { Cipher, insertAll, type Tx } from '@janela/platform';

import { findRecord } from '../../household-records/household-record.ts';
import { ImportEntity } from '../import.entity.ts';
import type { Entry } from '../matching/entry.ts';
import type { ChunkJob } from './chunk-job.ts';
import type { FormRuling } from './household-updater.ts';
import { WaitingHouseholdEntity } from './waiting-household.entity.ts';

const purpose = 'registry.import-waiting';

/** What a form says, as it waits. */
export type WaitingForm = Pick<Entry, 'ref' | 'form' | 'prints'>;

/** Stores forms that wait for a decision, encrypted, until it is made. */
@Injectable()
export class WaitingHouseholdsStore {
  constructor(private readonly cipher: Cipher) {}

  /** Puts a form aside. One that waits for the same household already was of an older file, and is replaced. */
  async put(
    tx: Tx,
    work: ChunkJob,
    entry: Entry,
    { known, verdict }: Extract<FormRuling, { is: 'half' }>,
  ): Promise<void> {
    const { householdId } = known;
    const record = await findRecord(tx, householdId);
    invariant(record, 'a household that was compared is there');
    await this.replace(tx, householdId);
    const id = randomUUIDv7();
    const { ref, form, prints, line } = entry;
    const waiting: WaitingForm = { ref, form, prints };
    const row: WaitingHouseholdEntity = {
      id,
      importId: work.importId,
      householdId,
      areaCode: record.household.areaCode,
      line,
      householdRef: ref,
      matched: verdict.matched,
      members: verdict.living,
      leaving: verdict.leaving,
      state: 'waiting',
      sentBy: work.importer.id,
      decidedBy: null,
      decidedAt: null,
      sealed: this.cipher.seal(purpose, JSON.stringify(waiting), id),
    };
    await insertAll(tx, WaitingHouseholdEntity, [row]);
    work.putAside(entry);
  }

  /** Returns what the form said that waits. */
  open({ id, sealed }: WaitingHouseholdEntity): WaitingForm {
    invariant(sealed !== null, 'a form is kept while it waits');
    return JSON.parse(this.cipher.open(purpose, sealed, id)) as WaitingForm;
  }

  /** A form that waits for this household is of an older file: it waits no more, and nothing of it is kept. */
  async replace(tx: Tx, householdId: string): Promise<void> {
    const older = await tx.findOneBy(WaitingHouseholdEntity, { householdId, state: 'waiting' });
    if (!older) return;
    await tx.update(WaitingHouseholdEntity, { id: older.id }, { state: 'replaced', sealed: null });
    await tx.decrement(ImportEntity, { id: older.importId }, 'waiting', 1);
    await tx.increment(ImportEntity, { id: older.importId }, 'refused', 1);
  }
}
