import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  DismissDuplicate,
  Duplicate,
  FindPossibleDuplicates,
  IdParam,
  ListDuplicates,
  ListHouseholdDuplicates,
  type Page,
  page,
  PossibleDuplicates,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { DismissDuplicateService } from './dismiss-duplicate.ts';
import { DuplicatesService } from './duplicates.service.ts';
import { FindPossibleDuplicatesService } from './find-possible-duplicates.ts';

@Controller('v1')
export class DuplicatesController {
  constructor(
    private readonly possible: FindPossibleDuplicatesService,
    private readonly duplicates: DuplicatesService,
    private readonly dismissal: DismissDuplicateService,
  ) {}

  @Post('people/possible-duplicates')
  @Allow('household.register')
  @HttpCode(200)
  @Answers(PossibleDuplicates)
  find(
    @CurrentActor() actor: Actor,
    @Body({ schema: FindPossibleDuplicates }) input: FindPossibleDuplicates,
  ): Promise<PossibleDuplicates> {
    return this.possible.find(actor, input);
  }

  @Get('duplicates')
  @Allow('duplicate.read')
  @Answers(page(Duplicate))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListDuplicates }) query: ListDuplicates,
  ): Promise<Page<Duplicate>> {
    return this.duplicates.list(actor, query);
  }

  @Get('households/:id/duplicates')
  @Allow('duplicate.read')
  @Answers(page(Duplicate))
  listOfHousehold(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ListHouseholdDuplicates }) query: ListHouseholdDuplicates,
  ): Promise<Page<Duplicate>> {
    return this.duplicates.listOfHousehold(actor, id, query);
  }

  @Post('duplicates/:id/dismiss')
  @Allow('duplicate.dismiss')
  @HttpCode(200)
  @Answers(Duplicate)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: DismissDuplicate }) input: DismissDuplicate,
  ): Promise<Duplicate> {
    return this.dismissal.dismiss(actor, id, input);
  }
}
