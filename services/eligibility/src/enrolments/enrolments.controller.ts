import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  EndEnrolment,
  Enrolment,
  IdParam,
  ListEnrolments,
  type Page,
  page,
  ResumeEnrolment,
  SuspendEnrolment,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IfMatch } from '@janela/platform';

import { ChangeEnrolmentService } from './change-enrolment.ts';
import { EnrolmentsService } from './enrolments.service.ts';

@Controller('v1/enrolments')
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly changeEnrolment: ChangeEnrolmentService,
  ) {}

  @Get()
  @Allow('enrolment.read')
  @Answers(page(Enrolment))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListEnrolments }) query: ListEnrolments,
  ): Promise<Page<Enrolment>> {
    return this.enrolments.list(actor, query);
  }

  @Get(':id')
  @Allow('enrolment.read')
  @Answers(Enrolment)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Enrolment> {
    return this.enrolments.get(actor, id);
  }

  @Post(':id/suspend')
  @Allow('enrolment.change')
  @HttpCode(200)
  @Answers(Enrolment)
  suspend(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: SuspendEnrolment }) input: SuspendEnrolment,
  ): Promise<Enrolment> {
    return this.changeEnrolment.suspend(actor, { id, expectedVersion }, input);
  }

  @Post(':id/resume')
  @Allow('enrolment.change')
  @HttpCode(200)
  @Answers(Enrolment)
  resume(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: ResumeEnrolment }) input: ResumeEnrolment,
  ): Promise<Enrolment> {
    return this.changeEnrolment.resume(actor, { id, expectedVersion }, input);
  }

  @Post(':id/end')
  @Allow('enrolment.change')
  @HttpCode(200)
  @Answers(Enrolment)
  end(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: EndEnrolment }) input: EndEnrolment,
  ): Promise<Enrolment> {
    return this.changeEnrolment.end(actor, { id, expectedVersion }, input);
  }
}
