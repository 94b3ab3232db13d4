import { jobMigrations } from '@janela/jobs';
import { mailboxMigrations } from '@janela/messaging';
import { type Migration, platformMigrations } from '@janela/platform';

import { CreateBook20261120090000 } from './migrations/20261120090000-create-book.ts';
import { AnswerEntity } from './paying/answer.entity.ts';

export const entities = [AnswerEntity];

/** In the order they run. */
export const migrations: Migration[] = [
  ...platformMigrations,
  ...mailboxMigrations,
  ...jobMigrations,
  CreateBook20261120090000,
];
