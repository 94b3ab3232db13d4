import { Module } from '@nestjs/common';

import { FiguresModule } from '../figures/figures.module.ts';
import { ComplaintsController } from './complaints.controller.ts';
import { ComplaintsService } from './complaints.service.ts';

@Module({ imports: [FiguresModule], controllers: [ComplaintsController], providers: [ComplaintsService] })
export class ComplaintsModule {}
