import { Injectable } from '@nestjs/common';
import { AccessChanged } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { OfficersService } from '../officers/officers.service.ts';

@Injectable()
export class AccessChangedConsumer {
  constructor(private readonly officers: OfficersService) {}

  /** To whom a case can be given. */
  @OnEvent(AccessChanged)
  async change({ data }: ReceivedEvent<typeof AccessChanged>, tx: Tx): Promise<void> {
    await this.officers.change(tx, data);
  }
}
