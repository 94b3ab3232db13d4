import { Module } from '@nestjs/common';

import { AreaCache } from './area-cache.ts';
import { AreasController } from './areas.controller.ts';
import { AreasService } from './areas.service.ts';

@Module({ controllers: [AreasController], providers: [AreasService, AreaCache], exports: [AreaCache] })
export class AreasModule {}
