import { Body, Controller, Get, Put } from '@nestjs/common';
import { CaseCategory, type Page, PublishCategories, PublishedCategories, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { CategoriesService } from './categories.service.ts';

@Controller('v1/categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  @Put()
  @Allow('category.publish')
  @Answers(PublishedCategories)
  publish(
    @CurrentActor() actor: Actor,
    @Body({ schema: PublishCategories }) input: PublishCategories,
  ): Promise<PublishedCategories> {
    return this.categories.publish(actor, input);
  }

  @Get()
  @Allow('category.read')
  @Answers(page(CaseCategory))
  list(@CurrentActor() actor: Actor): Promise<Page<CaseCategory>> {
    return this.categories.list(actor);
  }
}
