import { Module } from '@nestjs/common';

import { BookController } from './book.controller.ts';
import { BookService } from './book.service.ts';

@Module({ controllers: [BookController], providers: [BookService] })
export class BookModule {}
