import { Body, Controller, Get, Put } from '@nestjs/common';
import { CaseCategory, type Page, PublishCategories, PublishedCategories, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { CategoriesService } from './categories.service.ts';
import { PublishCategoriesService } from './publish-categories.ts';

@Controller('v1/categories')
export class CategoriesController {
  constructor(
    private readonly categories: CategoriesService,
    private readonly publishCategories: PublishCategoriesService,
  ) {}

  @Put()
  @Allow('category.publish')
  @Answers(PublishedCategories)
  publish(
    @CurrentActor() actor: Actor,
    @Body({ schema: PublishCategories }) input: PublishCategories,
  ): Promise<PublishedCategories> {
    return this.publishCategories.publish(actor, input);
  }

  @Get()
  @Allow('category.read')
  @Answers(page(CaseCategory))
  list(@CurrentActor() actor: Actor): Promise<Page<CaseCategory>> {
    return this.categories.list(actor);
  }
}
