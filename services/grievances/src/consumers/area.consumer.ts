import { Injectable } from '@nestjs/common';
import { AreaPublished } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

@Injectable()
export class AreaConsumer {
  /** Keeps in which areas a complaint can arise. */
  @OnEvent(AreaPublished)
  async onAreaPublished({ data }: ReceivedEvent<typeof AreaPublished>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO subject_areas (code, valid_to) VALUES ($1, $2)
       ON CONFLICT (code) DO UPDATE SET valid_to = excluded.valid_to`,
      [data.code, data.validTo ?? null],
    );
  }
}
