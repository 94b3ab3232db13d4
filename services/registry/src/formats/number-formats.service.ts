import { Injectable } from '@nestjs/common';
import type { NumberFormats, PublishNumberFormats } from '@janela/contracts';
import { type Actor, Audit, Database } from '@janela/platform';

import { NumberFormatsEntity } from './number-formats.entity.ts';
import { NumberReader } from './number-reader.ts';
import { getNumberFormats, theOnlyRow } from './get-number-formats.ts';

@Injectable()
export class NumberFormatsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly reader: NumberReader,
  ) {}

  get(actor: Actor): Promise<NumberFormats> {
    return this.database.read(actor, getNumberFormats);
  }

  async publish(actor: Actor, input: PublishNumberFormats): Promise<NumberFormats> {
    await this.database.write(actor, async (tx) => {
      const { telephone, accounts, providers = null } = input;
      await tx.upsert(NumberFormatsEntity, { id: theOnlyRow, telephone, accounts, providers }, ['id']);
      await this.audit.add(tx, actor, {
        action: 'number-format.published',
        subject: 'register:number-formats',
        details: { prefix: telephone.prefix, channels: accounts.map(({ channel }) => channel), providers },
      });
    });
    this.reader.clear();
    return input;
  }
}
