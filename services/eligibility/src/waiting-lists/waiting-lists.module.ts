import { Module } from '@nestjs/common';

import { WaitingListsController } from './waiting-lists.controller.ts';
import { WaitingListsService } from './waiting-lists.service.ts';

@Module({ controllers: [WaitingListsController], providers: [WaitingListsService] })
export class WaitingListsModule {}
