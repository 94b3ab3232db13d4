import { Module } from '@nestjs/common';

import { PagesController } from './pages.controller.ts';
import { PagesService } from './pages.service.ts';

/** The files of the web app. */
@Module({ controllers: [PagesController], providers: [PagesService] })
export class PagesModule {}
