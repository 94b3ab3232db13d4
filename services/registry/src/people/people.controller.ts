import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { FindNames, Household, IdParam, Names, PeopleFound, ReportDeath, SearchPeople } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey } from '@janela/platform';

import { FindNamesService } from './find-names.ts';
import { PeopleService } from './people.service.ts';
import { ReportDeathService } from './report-death.ts';

@Controller('v1/people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly deaths: ReportDeathService,
    private readonly names: FindNamesService,
  ) {}

  @Get()
  @Allow('household.find')
  @Answers(PeopleFound)
  search(@CurrentActor() actor: Actor, @Query({ schema: SearchPeople }) query: SearchPeople): Promise<PeopleFound> {
    return this.people.search(actor, query);
  }

  @Post('names')
  @Allow('person.read-names')
  @HttpCode(200)
  @Answers(Names)
  findNames(@CurrentActor() actor: Actor, @Body({ schema: FindNames }) input: FindNames): Promise<Names> {
    return this.names.find(actor, input);
  }

  @Post(':id/death')
  @Allow('person.report-death')
  @HttpCode(200)
  @Answers(Household)
  reportDeath(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ReportDeath }) input: ReportDeath,
  ): Promise<Household> {
    return this.deaths.report(actor, key, id, input);
  }
}
