import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { IdParam, ListSnapshots, type Page, page, SdgTable, Snapshot, TakeSnapshot } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';
import type { FastifyReply } from 'fastify';

import { PublishSnapshotService } from './publish-snapshot.ts';
import { SnapshotsService } from './snapshots.service.ts';

@Controller('v1/snapshots')
export class SnapshotsController {
  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly publishSnapshot: PublishSnapshotService,
  ) {}

  @Post()
  @Allow('snapshot.publish')
  @Answers(Snapshot)
  publish(@CurrentActor() actor: Actor, @Body({ schema: TakeSnapshot }) input: TakeSnapshot): Promise<Snapshot> {
    return this.publishSnapshot.publish(actor, input);
  }

  @Get()
  @Allow('snapshot.read')
  @Answers(page(Snapshot))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListSnapshots }) query: ListSnapshots): Promise<Page<Snapshot>> {
    return this.snapshots.list(actor, query);
  }

  @Get(':id')
  @Allow('snapshot.read')
  @Answers(Snapshot)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Snapshot> {
    return this.snapshots.get(actor, id);
  }

  @Get(':id/table')
  @Allow('snapshot.read')
  @Answers(SdgTable)
  async table(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const table = await this.snapshots.getTable(actor, id);
    void reply.type('application/json; charset=utf-8');
    return Buffer.from(table);
  }
}
