import 'reflect-metadata';

import { migrateCommand } from '@janela/platform';

import { migrations } from './data-source.ts';
import { RegistryConfig } from './registry.config.ts';

await migrateCommand(RegistryConfig, migrations, process.env);
