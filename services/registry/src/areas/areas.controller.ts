import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Area, ListAreas, type Page, page, PublishAreas, PublishedAreas } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { AreasService } from './areas.service.ts';

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
