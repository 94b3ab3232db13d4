import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { documented, listOf, typesOf } from '../bin/generate.ts';

const root = join(import.meta.dirname, '../../..');

describe('the types of the paths', () => {
  it.each(documented())('are those of the OpenAPI document of %s', async (service) => {
    const document = readFileSync(join(root, 'docs/openapi', `${service}.json`), 'utf8');
    const committed = readFileSync(join(root, 'libs/api-client/src/generated', `${service}.ts`), 'utf8');

    // Otherwise run npm run generate.
    expect(committed).toBe(await typesOf(document));
  });

  it('are listed by service, each that has a document', () => {
    const committed = readFileSync(join(root, 'libs/api-client/src/generated/services.ts'), 'utf8');

    expect(committed).toBe(listOf(documented()));
    expect(listOf(['payments', 'case-files'])).toContain(`import type { paths as CaseFiles } from './case-files.ts';`);
    expect(listOf(['payments', 'case-files'])).toContain(`  'case-files': CaseFiles;`);
  });
});
