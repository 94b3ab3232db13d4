import 'reflect-metadata';

import { migrateCommand } from '@janela/platform';

import { migrations } from './data-source.ts';
import { ProviderSandboxConfig } from './provider-sandbox.config.ts';

await migrateCommand(ProviderSandboxConfig, migrations, process.env);
