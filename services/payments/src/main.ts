import 'reflect-metadata';

import { bootstrap } from '@janela/platform';

import { PaymentsConfig } from './payments.config.ts';
import { PaymentsModule } from './payments.module.ts';

await bootstrap(PaymentsModule, PaymentsConfig);
