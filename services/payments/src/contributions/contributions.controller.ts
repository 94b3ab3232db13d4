import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  RecordContribution,
  ReverseContribution,
  Contribution,
  page,
  IdParam,
  ListContributions,
  type Page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey } from '@janela/platform';

import { ContributionsService } from './contributions.service.ts';
import { RecordContributionService } from './record-contribution.ts';
import { ReverseContributionService } from './reverse-contribution.ts';

@Controller('v1/contributions')
export class ContributionsController {
  constructor(
    private readonly contributions: ContributionsService,
    private readonly recordContribution: RecordContributionService,
    private readonly reverseContribution: ReverseContributionService,
  ) {}

  @Post()
  @Allow('contribution.record')
  @Answers(Contribution)
  record(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body({ schema: RecordContribution }) input: RecordContribution,
  ): Promise<Contribution> {
    return this.recordContribution.record(actor, key, input);
  }

  @Get()
  @Allow('contribution.read')
  @Answers(page(Contribution))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListContributions }) query: ListContributions,
  ): Promise<Page<Contribution>> {
    return this.contributions.list(actor, query);
  }

  @Post(':id/reverse')
  @Allow('contribution.reverse')
  @HttpCode(200)
  @Answers(Contribution)
  reverse(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ReverseContribution }) input: ReverseContribution,
  ): Promise<Contribution> {
    return this.reverseContribution.reverse(actor, id, input);
  }
}
