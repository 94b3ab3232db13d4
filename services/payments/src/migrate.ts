import 'reflect-metadata';

import { migrateCommand } from '@janela/platform';

import { migrations } from './data-source.ts';
import { PaymentsConfig } from './payments.config.ts';

await migrateCommand(PaymentsConfig, migrations, process.env);
