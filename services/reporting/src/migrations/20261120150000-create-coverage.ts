import { createProjection, removeProjection } from '@janela/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { coverageTables } from '../coverage/tables.ts';

const first = { name: 'coverage', version: 1 };

export class CreateCoverage20261120150000 implements MigrationInterface {
  readonly name = 'CreateCoverage20261120150000';

  up(runner: QueryRunner): Promise<void> {
    return createProjection(runner, first, coverageTables);
  }

  down(runner: QueryRunner): Promise<void> {
    return removeProjection(runner, first);
  }
}
