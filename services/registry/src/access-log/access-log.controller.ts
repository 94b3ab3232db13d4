import { Controller, Get, Param, Query } from '@nestjs/common';
import { AccessLogEntry, IdParam, ListAccessLog, type Page, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { AccessLogService } from './access-log.service.ts';

@Controller('v1/households/:id/access-log')
export class AccessLogController {
  constructor(private readonly accessLog: AccessLogService) {}

  @Get()
  @Allow('access-log.read')
  @Answers(page(AccessLogEntry))
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ListAccessLog }) query: ListAccessLog,
  ): Promise<Page<AccessLogEntry>> {
    return this.accessLog.list(actor, id, query);
  }
}
