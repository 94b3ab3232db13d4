import { Module } from '@nestjs/common';

import { CategoriesController } from './categories.controller.ts';
import { CategoriesService } from './categories.service.ts';
import { PublishCategoriesService } from './publish-categories.ts';

@Module({
  controllers: [CategoriesController],
  providers: [CategoriesService, PublishCategoriesService],
  exports: [CategoriesService],
})
export class CategoriesModule {}
