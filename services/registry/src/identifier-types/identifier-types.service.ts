import { Injectable } from '@nestjs/common';
import type { IdentifierType, Page, PublishIdentifierType } from '@janela/contracts';
import { type Actor, Audit, Database } from '@janela/platform';

import { IdentifierTypeEntity } from '../formats/identifier-type.entity.ts';
import { NumberReader } from '../formats/number-reader.ts';

@Injectable()
export class IdentifierTypesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly reader: NumberReader,
  ) {}

  /** A country has a handful of them. */
  list(actor: Actor): Promise<Page<IdentifierType>> {
    return this.database.read(actor, async (tx) => {
      const items = await tx.find(IdentifierTypeEntity, { order: { type: 'ASC' } });
      return { items, next: null };
    });
  }

  async publish(actor: Actor, type: string, input: PublishIdentifierType): Promise<IdentifierType> {
    await this.database.write(actor, async (tx) => {
      await tx.upsert(IdentifierTypeEntity, { type, ...input }, ['type']);
      await this.audit.add(tx, actor, {
        action: 'identifier-type.published',
        subject: `identifier-type:${type}`,
        details: { ...input },
      });
    });
    this.reader.clear();
    return { type, ...input };
  }
}
