import { Controller, Get, Query } from '@nestjs/common';
import { SandboxMovement, page, ListMovements, type Page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { BookService } from './book.service.ts';

@Controller('v1/book')
export class BookController {
  constructor(private readonly book: BookService) {}

  @Get()
  @Allow('book.read')
  @Answers(page(SandboxMovement))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListMovements }) query: ListMovements,
  ): Promise<Page<SandboxMovement>> {
    return this.book.list(actor, query);
  }
}
