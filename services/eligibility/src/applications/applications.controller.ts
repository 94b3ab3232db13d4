import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  Application,
  DecideApplication,
  IdParam,
  ListApplications,
  type Page,
  page,
  SubmitApplication,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { ApplicationsService } from './applications.service.ts';
import { DecideApplicationService } from './decide-application.ts';
import { SubmitApplicationService } from './submit-application.ts';

@Controller('v1/applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly submitApplication: SubmitApplicationService,
    private readonly decideApplication: DecideApplicationService,
  ) {}

  @Post()
  @Allow('application.submit')
  @Answers(Application)
  submit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Body({ schema: SubmitApplication }) input: SubmitApplication,
  ): Promise<Application> {
    return this.submitApplication.submit(actor, key, input);
  }

  @Get()
  @Allow('application.read')
  @Answers(page(Application))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListApplications }) query: ListApplications,
  ): Promise<Page<Application>> {
    return this.applications.list(actor, query);
  }

  @Get(':id')
  @Allow('application.read')
  @Answers(Application)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Application> {
    return this.applications.get(actor, id);
  }

  @Post(':id/decision')
  @Allow('application.decide')
  @HttpCode(200)
  @Answers(Application)
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: DecideApplication }) input: DecideApplication,
  ): Promise<Application> {
    return this.decideApplication.decide(actor, { id, expectedVersion }, input);
  }
}
