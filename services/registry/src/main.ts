import 'reflect-metadata';

import { bootstrap } from '@janela/platform';

import { RegistryConfig } from './registry.config.ts';
import { RegistryModule } from './registry.module.ts';

await bootstrap(RegistryModule, RegistryConfig);
