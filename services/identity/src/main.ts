import 'reflect-metadata';

import { bootstrapContext } from '@janela/platform';

import { IdentityConfig } from './identity.config.ts';
import { IdentityModule } from './identity.module.ts';
import { listen } from './identity-server.ts';

await bootstrapContext(IdentityModule, IdentityConfig, listen);
