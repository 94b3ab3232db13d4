import { createProjection, removeProjection } from '@janela/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { coverage } from '../coverage/coverage.ts';
import { coverageTables } from '../coverage/tables.ts';

export class CreateCoverage20261120150000 implements MigrationInterface {
  readonly name = 'CreateCoverage20261120150000';

  up(runner: QueryRunner): Promise<void> {
    return createProjection(runner, coverage, coverageTables);
  }

  down(runner: QueryRunner): Promise<void> {
    return removeProjection(runner, coverage);
  }
}
