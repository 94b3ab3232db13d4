import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { typesOf } from '../bin/generate.ts';

const root = join(import.meta.dirname, '../../..');
const documents = readdirSync(join(root, 'docs/openapi')).map((file) => basename(file, '.json'));

describe('the types of the paths', () => {
  it.each(documents)('are those of the OpenAPI document of %s', async (service) => {
    const document = readFileSync(join(root, 'docs/openapi', `${service}.json`), 'utf8');
    const committed = readFileSync(join(root, 'libs/api-client/src/generated', `${service}.ts`), 'utf8');

    // Otherwise run npm run generate.
    expect(committed).toBe(await typesOf(document));
  });
});
