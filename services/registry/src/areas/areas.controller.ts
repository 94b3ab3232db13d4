import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Area, GivenAreaCode, PlainDate, PublishAreas, PublishedAreas, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, listQuery, type Page } from '@janela/platform';
import { z } from 'zod';

import { AreasService } from './areas.service.ts';

const ListAreas = listQuery({
  under: GivenAreaCode.optional(),
  level: z
    .string()
    .regex(/^[0-5]$/)
    .transform(Number)
    .optional(),
  on: PlainDate.optional(),
});
type ListAreas = z.infer<typeof ListAreas>;

@Controller('v1/areas')
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  @Post()
  @Allow('area.publish')
  @HttpCode(200)
  @Answers(PublishedAreas)
  publish(@CurrentActor() actor: Actor, @Body({ schema: PublishAreas }) input: PublishAreas): Promise<PublishedAreas> {
    return this.areas.publish(actor, input);
  }

  @Get()
  @Allow('area.read')
  @Answers(page(Area))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListAreas }) query: ListAreas): Promise<Page<Area>> {
    return this.areas.list(actor, query);
  }
}
