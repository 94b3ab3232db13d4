import 'reflect-metadata';

import { bootstrap } from '@janela/platform';

import { ReportingConfig } from './reporting.config.ts';
import { ReportingModule } from './reporting.module.ts';

await bootstrap(ReportingModule, ReportingConfig);
