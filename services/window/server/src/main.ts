import { bootstrap } from '@janela/platform';

import { WindowConfig } from './window.config.ts';
import { WindowModule } from './window.module.ts';

await bootstrap(WindowModule, WindowConfig);
