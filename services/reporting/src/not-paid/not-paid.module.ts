import { Module } from '@nestjs/common';

import { FiguresModule } from '../figures/figures.module.ts';
import { NotPaidController } from './not-paid.controller.ts';
import { NotPaidService } from './not-paid.service.ts';

@Module({ imports: [FiguresModule], controllers: [NotPaidController], providers: [NotPaidService] })
export class NotPaidModule {}
