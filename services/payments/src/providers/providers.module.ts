import { Module } from '@nestjs/common';

import { ProvidersController } from './providers.controller.ts';
import { ProvidersService } from './providers.service.ts';

@Module({ controllers: [ProvidersController], providers: [ProvidersService] })
export class ProvidersModule {}
