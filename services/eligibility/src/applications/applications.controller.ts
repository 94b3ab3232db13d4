import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Application, applicationStates, DecideApplication, Id, SubmitApplication, page } from '@janela/contracts';
import {
  type Actor,
  Allow,
  Answers,
  CurrentActor,
  IdempotencyKey,
  IfMatch,
  listQuery,
  type Page,
} from '@janela/platform';
import { z } from 'zod';

import { ApplicationsService } from './applications.service.ts';
import { DecideApplicationService } from './decide-application.ts';
import { SubmitApplicationService } from './submit-application.ts';

const ApplicationId = z.strictObject({ id: Id });
type ApplicationId = z.infer<typeof ApplicationId>;
const ListApplications = listQuery({ state: z.enum(applicationStates.states).optional(), householdId: Id.optional() });
type ListApplications = z.infer<typeof ListApplications>;

@Controller('v1/applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly submitting: SubmitApplicationService,
    private readonly deciding: DecideApplicationService,
  ) {}

  @Post()
  @Allow('application.submit')
  @Answers(Application)
  submit(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Body({ schema: SubmitApplication }) input: SubmitApplication,
  ): Promise<Application> {
    return this.submitting.submit(actor, key, input);
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
  read(@CurrentActor() actor: Actor, @Param({ schema: ApplicationId }) { id }: ApplicationId): Promise<Application> {
    return this.applications.read(actor, id);
  }

  @Post(':id/decision')
  @Allow('application.decide')
  @HttpCode(200)
  @Answers(Application)
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: ApplicationId }) { id }: ApplicationId,
    @IfMatch() version: number,
    @Body({ schema: DecideApplication }) input: DecideApplication,
  ): Promise<Application> {
    return this.deciding.decide(actor, id, version, input);
  }
}
