import 'reflect-metadata';

import { bootstrap } from '@janela/platform';

import { EligibilityConfig } from './eligibility.config.ts';
import { EligibilityModule } from './eligibility.module.ts';

await bootstrap(EligibilityModule, EligibilityConfig);
