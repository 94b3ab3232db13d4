import 'reflect-metadata';

import { readConfig, startService } from '@janela/platform';

import { RegistryConfig } from '../src/registry.config.ts';
import { RegistryModule } from '../src/registry.module.ts';

const { address, close } = await startService(RegistryModule, readConfig(RegistryConfig, process.env));
process.stdout.write(`listening on ${address}\n`);
process.on('SIGTERM', () => void close().then(() => process.exit(0)));
