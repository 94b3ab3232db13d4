/* Runs one bench file and sends what it measured to the parent; see commands/bench.ts. */
import { pathToFileURL } from 'node:url';

import { givenAddresses } from '@janela/servers';

type Bench = { bench: (servers: object) => Promise<object> };

const { bench } = (await import(pathToFileURL(process.argv[2] ?? '').href)) as Bench;
const measured = await bench(givenAddresses(process.env));
process.send?.(JSON.stringify(measured), () => process.exit());
