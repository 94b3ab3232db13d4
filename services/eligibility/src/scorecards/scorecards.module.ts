import { Module } from '@nestjs/common';

import { ScorecardsController } from './scorecards.controller.ts';
import { ScorecardsService } from './scorecards.service.ts';

@Module({ controllers: [ScorecardsController], providers: [ScorecardsService] })
export class ScorecardsModule {}
