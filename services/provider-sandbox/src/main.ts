import 'reflect-metadata';

import { bootstrap } from '@janela/platform';

import { ProviderSandboxConfig } from './provider-sandbox.config.ts';
import { ProviderSandboxModule } from './provider-sandbox.module.ts';

await bootstrap(ProviderSandboxModule, ProviderSandboxConfig);
