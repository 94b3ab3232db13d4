import { Controller, Get, Query, Res } from '@nestjs/common';
import { SdgQuery, SdgTable } from '@janela/contracts';
import { Accepted, type Actor, Allow, Answers, CurrentActor, Produces } from '@janela/platform';
import type { FastifyReply } from 'fastify';

import { formatOf, mediaTypes } from '../exports/formats.ts';
import { writeTable } from './sdg-files.ts';
import { SdgService } from './sdg.service.ts';

@Controller('v1/sdg')
export class SdgController {
  constructor(private readonly sdg: SdgService) {}

  @Get('1.3.1')
  @Allow('figure.read')
  @Produces(...mediaTypes)
  @Answers(SdgTable)
  async table(
    @CurrentActor() actor: Actor,
    @Query({ schema: SdgQuery }) { format, ...asked }: SdgQuery,
    @Accepted() accepted: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SdgTable | string | Buffer> {
    const wanted = formatOf(format, accepted);
    return writeTable(reply, wanted, await this.sdg.getTable(actor, asked));
  }
}
