import { Controller, Get, Query } from '@nestjs/common';
import { Id, SandboxMovement, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, listQuery, type Page } from '@janela/platform';
import type { z } from 'zod';

import { BookService } from './book.service.ts';

export const ListMovements = listQuery({ instructionId: Id.optional(), paymentId: Id.optional() });
export type ListMovements = z.infer<typeof ListMovements>;

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
