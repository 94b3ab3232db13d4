import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  IdParam,
  ListProgrammes,
  type Page,
  page,
  Programme,
  ProgrammeDefinition,
  ProgrammeVersion,
  ProgrammeVersionParam,
  PublishProgrammeVersion,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { checkedLater } from './document.ts';
import { ProgrammesService } from './programmes.service.ts';
import { PublishVersionService } from './publish-version.ts';

@Controller('v1/programmes')
export class ProgrammesController {
  constructor(
    private readonly programmes: ProgrammesService,
    private readonly publishVersion: PublishVersionService,
  ) {}

  @Post()
  @Allow('programme.write')
  @Answers(Programme)
  write(
    @CurrentActor() actor: Actor,
    @Body({ schema: checkedLater(ProgrammeDefinition) }) document: unknown,
  ): Promise<Programme> {
    return this.programmes.write(actor, document);
  }

  @Get()
  @Allow('programme.read')
  @Answers(page(Programme))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListProgrammes }) query: ListProgrammes,
  ): Promise<Page<Programme>> {
    return this.programmes.list(actor, query);
  }

  @Get(':id')
  @Allow('programme.read')
  @Answers(Programme)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Programme> {
    return this.programmes.get(actor, id);
  }

  @Post(':id/versions')
  @Allow('programme.write')
  @Answers(Programme)
  addVersion(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: checkedLater(ProgrammeVersion) }) document: unknown,
  ): Promise<Programme> {
    return this.programmes.addVersion(actor, id, document);
  }

  @Post(':id/versions/:number/publish')
  @Allow('programme.publish')
  @HttpCode(200)
  @Answers(Programme)
  publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: ProgrammeVersionParam }) version: ProgrammeVersionParam,
    @Body({ schema: PublishProgrammeVersion }) input: PublishProgrammeVersion,
  ): Promise<Programme> {
    return this.publishVersion.publish(actor, version, input);
  }
}
