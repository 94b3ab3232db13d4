import { bootstrap } from '@janela/platform';

import { ExampleConfig, ExampleModule } from './example/example.module.ts';

await bootstrap(ExampleModule, ExampleConfig);
