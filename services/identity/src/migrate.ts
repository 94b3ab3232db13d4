import 'reflect-metadata';

import { migrateCommand } from '@janela/platform';

import { migrations } from './data-source.ts';
import { IdentityConfig } from './identity.config.ts';

await migrateCommand(IdentityConfig, migrations, process.env);
