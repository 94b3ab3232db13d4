import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApproveReissue, RefuseReissue, Reissue, page, IdParam, ListReissues, type Page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { ReissuesService } from './reissues.service.ts';

@Controller('v1/reissues')
export class ReissuesController {
  constructor(private readonly reissues: ReissuesService) {}

  @Get()
  @Allow('reissue.read')
  @Answers(page(Reissue))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListReissues }) query: ListReissues): Promise<Page<Reissue>> {
    return this.reissues.list(actor, query);
  }

  @Post(':id/approve')
  @Allow('reissue.approve')
  @HttpCode(200)
  @Answers(Reissue)
  approve(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: ApproveReissue }) input: ApproveReissue,
  ): Promise<Reissue> {
    return this.reissues.approve(actor, id, version, input);
  }

  @Post(':id/refuse')
  @Allow('reissue.approve')
  @HttpCode(200)
  @Answers(Reissue)
  refuse(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() version: number,
    @Body({ schema: RefuseReissue }) input: RefuseReissue,
  ): Promise<Reissue> {
    return this.reissues.refuse(actor, id, version, input);
  }
}
