import { Controller, Get, Query, Res } from '@nestjs/common';
import { GivenAreaCode, PlainDate, SdgTable } from '@janela/contracts';
import { Accepted, type Actor, Allow, Answers, CurrentActor, Produces } from '@janela/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { formatOf, mediaTypes, writeTable } from '../exports/formats.ts';
import { SdgService } from './sdg.service.ts';

/** `format` does what the Accept header does, for links, which have none. */
const AskSdg = z.strictObject({
  areaCode: GivenAreaCode.optional(),
  asOf: PlainDate.optional(),
  format: z.string().max(40).optional(),
});
type AskSdg = z.infer<typeof AskSdg>;

@Controller('v1/sdg')
export class SdgController {
  constructor(private readonly sdg: SdgService) {}

  @Get('1.3.1')
  @Allow('figure.read')
  @Produces(...mediaTypes)
  @Answers(SdgTable)
  async table(
    @CurrentActor() actor: Actor,
    @Query({ schema: AskSdg }) { format, ...asked }: AskSdg,
    @Accepted() accepted: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SdgTable | string | Buffer> {
    const wanted = formatOf(format, accepted);
    return writeTable(reply, wanted, await this.sdg.table(actor, asked));
  }
}
