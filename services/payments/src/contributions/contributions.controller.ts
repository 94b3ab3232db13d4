import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Id, ProgrammeCode, RecordContribution, ReverseContribution, Contribution, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, listQuery, type Page } from '@janela/platform';
import { z } from 'zod';

import { ContributionsService } from './contributions.service.ts';

const ContributionId = z.strictObject({ id: Id });
type ContributionId = z.infer<typeof ContributionId>;

export const FindContributions = listQuery({ personId: Id, programme: ProgrammeCode.optional() });
export type FindContributions = z.infer<typeof FindContributions>;

@Controller('v1/contributions')
export class ContributionsController {
  constructor(private readonly contributions: ContributionsService) {}

  @Post()
  @Allow('contribution.record')
  @Answers(Contribution)
  record(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body({ schema: RecordContribution }) input: RecordContribution,
  ): Promise<Contribution> {
    return this.contributions.record(actor, key, input);
  }

  @Get()
  @Allow('contribution.read')
  @Answers(page(Contribution))
  find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindContributions }) query: FindContributions,
  ): Promise<Page<Contribution>> {
    return this.contributions.find(actor, query);
  }

  @Post(':id/reverse')
  @Allow('contribution.reverse')
  @HttpCode(200)
  @Answers(Contribution)
  reverse(
    @CurrentActor() actor: Actor,
    @Param({ schema: ContributionId }) { id }: ContributionId,
    @Body({ schema: ReverseContribution }) input: ReverseContribution,
  ): Promise<Contribution> {
    return this.contributions.reverse(actor, id, input);
  }
}
