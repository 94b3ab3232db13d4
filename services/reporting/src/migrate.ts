import 'reflect-metadata';

import { migrateCommand } from '@janela/platform';

import { migrations } from './data-source.ts';
import { ReportingConfig } from './reporting.config.ts';

await migrateCommand(ReportingConfig, migrations, process.env);
