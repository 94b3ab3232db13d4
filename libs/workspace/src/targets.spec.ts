import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { createNodesV2 } from '../targets.mjs';

const workspaceRoot = join(import.meta.dirname, '../../..');
type Made = [string, { projects: Record<string, { targets: object }> }];

describe('the targets of a project', () => {
  it('write the OpenAPI of every service that has one, and try no other', () => {
    const files = globSync('{libs,services}/**/project.json', { cwd: workspaceRoot, exclude: ['**/node_modules'] });
    const made = createNodesV2[1](files, undefined, { workspaceRoot }) as Made[];
    const writing = made
      .flatMap(([, { projects }]) => Object.entries(projects))
      .filter(([, { targets }]) => 'openapi' in targets)
      .map(([root]) => `${root.replace('services/', '').replace('/server', '')}.json`);
    expect(writing.toSorted()).toEqual(readdirSync(join(workspaceRoot, 'docs/openapi')).toSorted());
  });
});
