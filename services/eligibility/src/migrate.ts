import 'reflect-metadata';

import { migrateCommand } from '@janela/platform';

import { migrations } from './data-source.ts';
import { EligibilityConfig } from './eligibility.config.ts';

await migrateCommand(EligibilityConfig, migrations, process.env);
