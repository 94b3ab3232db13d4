import { Module } from '@nestjs/common';

import { FiguresModule } from '../figures/figures.module.ts';
import { PublishSnapshotService } from './publish-snapshot.ts';
import { SnapshotsController } from './snapshots.controller.ts';
import { SnapshotsService } from './snapshots.service.ts';

@Module({
  imports: [FiguresModule],
  controllers: [SnapshotsController],
  providers: [SnapshotsService, PublishSnapshotService],
})
export class SnapshotsModule {}
