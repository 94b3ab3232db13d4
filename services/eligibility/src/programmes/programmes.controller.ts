import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Id, Programme, ProgrammeDefinition, ProgrammeVersion, PublishProgrammeVersion, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, listQuery, type Page } from '@janela/platform';
import { z } from 'zod';

import { checkedLater } from './document.ts';
import { ProgrammesService } from './programmes.service.ts';
import { PublishVersionService } from './publish-version.ts';

const ProgrammeId = z.strictObject({ id: Id });
type ProgrammeId = z.infer<typeof ProgrammeId>;
const VersionOfProgramme = z.strictObject({
  id: Id,
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});
type VersionOfProgramme = z.infer<typeof VersionOfProgramme>;
const ListProgrammes = listQuery({});
type ListProgrammes = z.infer<typeof ListProgrammes>;

@Controller('v1/programmes')
export class ProgrammesController {
  constructor(
    private readonly programmes: ProgrammesService,
    private readonly publishing: PublishVersionService,
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
  read(@CurrentActor() actor: Actor, @Param({ schema: ProgrammeId }) { id }: ProgrammeId): Promise<Programme> {
    return this.programmes.read(actor, id);
  }

  @Post(':id/versions')
  @Allow('programme.write')
  @Answers(Programme)
  addVersion(
    @CurrentActor() actor: Actor,
    @Param({ schema: ProgrammeId }) { id }: ProgrammeId,
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
    @Param({ schema: VersionOfProgramme }) { id, number }: VersionOfProgramme,
    @Body({ schema: PublishProgrammeVersion }) input: PublishProgrammeVersion,
  ): Promise<Programme> {
    return this.publishing.publish(actor, id, number, input);
  }
}
