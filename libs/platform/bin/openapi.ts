import { globSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Type } from '@nestjs/common';
import { describeService } from '@janela/platform';

/** Writes docs/openapi/<service>.json: `openapi.ts services/registry`. One process each, since a document lists the refusals that were loaded. */
const [folder = ''] = process.argv.slice(2);
const root = join(import.meta.dirname, '../../..');
const [file = ''] = globSync(join(root, folder, 'src', '*.module.ts'));
const [module] = Object.values((await import(pathToFileURL(file).href)) as Record<string, Type>);
if (!module) throw new Error(`${file} exports no module`);

const document = await describeService(module);
const service = basename(file, '.module.ts');
writeFileSync(join(root, 'docs/openapi', `${service}.json`), `${JSON.stringify(document, null, 2)}\n`);
