import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApproveReissue,
  IdParam,
  ListReissues,
  page,
  type Page,
  RefuseReissue,
  Reissue,
  ReissuePayment,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { DecideReissueService } from './decide-reissue.ts';
import { ReissuesService } from './reissues.service.ts';
import { RequestReissueService } from './request-reissue.ts';

@Controller('v1')
export class ReissuesController {
  constructor(
    private readonly reissues: ReissuesService,
    private readonly requestReissue: RequestReissueService,
    private readonly decideReissue: DecideReissueService,
  ) {}

  @Post('payments/:id/reissue')
  @Allow('payment.reissue')
  @Answers(Reissue)
  request(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @IdempotencyKey() key: string,
    @Body({ schema: ReissuePayment }) input: ReissuePayment,
  ): Promise<Reissue> {
    return this.requestReissue.request(actor, { id, expectedVersion }, key, input);
  }

  @Get('reissues')
  @Allow('reissue.read')
  @Answers(page(Reissue))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListReissues }) query: ListReissues): Promise<Page<Reissue>> {
    return this.reissues.list(actor, query);
  }

  @Post('reissues/:id/approve')
  @Allow('reissue.approve')
  @HttpCode(200)
  @Answers(Reissue)
  approve(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: ApproveReissue }) input: ApproveReissue,
  ): Promise<Reissue> {
    return this.decideReissue.approve(actor, { id, expectedVersion }, input);
  }

  @Post('reissues/:id/refuse')
  @Allow('reissue.approve')
  @HttpCode(200)
  @Answers(Reissue)
  refuse(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: RefuseReissue }) input: RefuseReissue,
  ): Promise<Reissue> {
    return this.decideReissue.refuse(actor, { id, expectedVersion }, input);
  }
}
