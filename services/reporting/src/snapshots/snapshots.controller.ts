import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Id, SdgTable, Snapshot, TakeSnapshot, page } from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, listQuery, type Page } from '@janela/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { SnapshotsService } from './snapshots.service.ts';

const SnapshotId = z.strictObject({ id: Id });
type SnapshotId = z.infer<typeof SnapshotId>;
const ListSnapshots = listQuery({});
type ListSnapshots = z.infer<typeof ListSnapshots>;

@Controller('v1/snapshots')
export class SnapshotsController {
  constructor(private readonly snapshots: SnapshotsService) {}

  @Post()
  @Allow('snapshot.publish')
  @Answers(Snapshot)
  publish(@CurrentActor() actor: Actor, @Body({ schema: TakeSnapshot }) input: TakeSnapshot): Promise<Snapshot> {
    return this.snapshots.publish(actor, input);
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
  read(@CurrentActor() actor: Actor, @Param({ schema: SnapshotId }) { id }: SnapshotId): Promise<Snapshot> {
    return this.snapshots.get(actor, id);
  }

  @Get(':id/table')
  @Allow('snapshot.read')
  @Answers(SdgTable)
  async table(
    @CurrentActor() actor: Actor,
    @Param({ schema: SnapshotId }) { id }: SnapshotId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const table = await this.snapshots.table(actor, id);
    void reply.type('application/json; charset=utf-8');
    return Buffer.from(table);
  }
}
