import { Injectable } from '@nestjs/common';
import { AccessChanged } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { OfficersService } from '../officers/officers.service.ts';

@Injectable()
export class AccessConsumer {
  constructor(private readonly officers: OfficersService) {}

  @OnEvent(AccessChanged)
  async onAccessChanged({ data }: ReceivedEvent<typeof AccessChanged>, tx: Tx): Promise<void> {
    await this.officers.update(tx, data);
  }
}
