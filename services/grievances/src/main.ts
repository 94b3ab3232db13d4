import 'reflect-metadata';

import { bootstrap } from '@janela/platform';

import { GrievancesConfig } from './grievances.config.ts';
import { GrievancesModule } from './grievances.module.ts';

await bootstrap(GrievancesModule, GrievancesConfig);
