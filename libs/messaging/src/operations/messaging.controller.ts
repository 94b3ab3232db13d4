import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  Id,
  IdParam,
  ListParkedEvents,
  SetParkedEventAside,
  Consumed,
  ParkedEvent,
  ParkedEventRelease,
  page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, type Page } from '@janela/platform';
import { z } from 'zod';

import { Operations } from './operations.ts';

const EventId = z.strictObject({ eventId: Id });
type EventId = z.infer<typeof EventId>;

/** The routes by which the window follows the events that a service receives. */
@Controller('v1')
export class MessagingController {
  constructor(private readonly operations: Operations) {}

  @Get('consumed/:eventId')
  @Allow('event.follow')
  @Answers(Consumed)
  consumed(@CurrentActor() actor: Actor, @Param({ schema: EventId }) { eventId }: EventId): Promise<Consumed> {
    return this.operations.consumed(actor, eventId);
  }

  @Get('parked-events')
  @Allow('parked-event.read')
  @Answers(page(ParkedEvent))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListParkedEvents }) query: ListParkedEvents,
  ): Promise<Page<ParkedEvent>> {
    return this.operations.listParked(actor, query);
  }

  @Post('parked-events/:id/retry')
  @Allow('parked-event.settle')
  @HttpCode(200)
  @Answers(ParkedEventRelease)
  retry(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<ParkedEventRelease> {
    return this.operations.retry(actor, id);
  }

  @Post('parked-events/:id/set-aside')
  @Allow('parked-event.settle')
  @HttpCode(200)
  @Answers(ParkedEventRelease)
  setAside(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: SetParkedEventAside }) { reason }: SetParkedEventAside,
  ): Promise<ParkedEventRelease> {
    return this.operations.setAside(actor, id, reason);
  }
}
