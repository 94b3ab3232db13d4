import { createHash } from 'node:crypto';

import { type Cipher, type Database } from '@janela/platform';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { type FindOptionsWhere, IsNull } from 'typeorm';

import { system } from '../system.ts';
import { RecordEntity } from './record.entity.ts';

/** Sessions refer to themselves by a second id; nothing else is looked up by its `uid`. */
const modelWithUid = 'Session';

/** Keeps one kind of the issuer's records in Postgres, unreadable with the database alone. */
export class RecordsAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const idHash = hashOf(id);
    const row = {
      model: this.model,
      idHash,
      grantId: payload.grantId ?? null,
      accountId: payload.accountId ?? null,
      uid: this.model === modelWithUid ? (payload.uid ?? null) : null,
      sealed: this.cipher.seal(this.purpose, JSON.stringify(payload), idHash.toString('hex')),
      expiresAt: new Date(Date.now() + expiresIn * 1_000),
    };
    await this.database.write(system, (tx) => tx.upsert(RecordEntity, row, ['model', 'idHash']));
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.findOne({ model: this.model, idHash: hashOf(id) });
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findOne({ model: this.model, uid });
  }

  /** Only for devices without a browser, which are not served. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** Marks a code or refresh token as used. Of two that come at once, one is refused. */
  async consume(id: string): Promise<void> {
    const unused = { model: this.model, idHash: hashOf(id), consumedAt: IsNull() };
    const { affected } = await this.database.write(system, (tx) =>
      tx.update(RecordEntity, unused, { consumedAt: new Date() }),
    );
    if (affected !== 1) throw new errors.InvalidGrant('it has been used already');
  }

  async destroy(id: string): Promise<void> {
    await this.database.write(system, (tx) => tx.delete(RecordEntity, { model: this.model, idHash: hashOf(id) }));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.database.write(system, (tx) => tx.delete(RecordEntity, { model: this.model, grantId }));
  }

  private async findOne(where: FindOptionsWhere<RecordEntity>): Promise<AdapterPayload | undefined> {
    const row = await this.database.read(system, (tx) => tx.findOneBy(RecordEntity, where));
    if (!row) return undefined;
    const payload = JSON.parse(
      this.cipher.open(this.purpose, row.sealed, row.idHash.toString('hex')),
    ) as AdapterPayload;
    return row.consumedAt ? { ...payload, consumed: Math.floor(row.consumedAt.getTime() / 1_000) } : payload;
  }

  private get purpose(): string {
    return `identity.oidc.${this.model}`;
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
