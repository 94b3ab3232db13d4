import 'reflect-metadata';

import { migrateCommand } from '@janela/platform';

import { migrations } from './data-source.ts';
import { GrievancesConfig } from './grievances.config.ts';

await migrateCommand(GrievancesConfig, migrations, process.env);
