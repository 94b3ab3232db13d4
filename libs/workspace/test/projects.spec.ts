import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { projects, scopes, types } from '../boundaries.mjs';
import { textOf } from './sources.ts';

const read = (path: string) => JSON.parse(textOf(path));
const all = projects();

describe('the projects of the workspace', () => {
  it('have a name each', () => {
    const names = all.map(({ name }) => name);

    expect(names).toContain('kernel');
    expect(new Set(names).size).toBe(names.length);
  });

  describe.each(all)('$name', ({ name, file, tags }) => {
    const folder = dirname(file);
    const having = (prefix: string) => tags.filter((tag: string) => tag.startsWith(prefix));

    it('is of one known type', () => {
      expect(Object.keys(types).map((type) => [`type:${type}`])).toContainEqual(having('type:'));
    });

    it('is owned by one known scope, its own service where it stands in services/', () => {
      const [top, service] = folder.split('/');
      const owner = top === 'services' ? service : 'shared';

      expect(scopes()).toContain(owner);
      expect(having('scope:')).toEqual([`scope:${owner}`]);
    });

    it('carries no other tag', () => {
      expect(tags).toHaveLength(2);
    });

    it('is packaged under its own name', () => {
      expect(read(join(folder, 'package.json')).name).toBe(`@janela/${name}`);
    });

    it('leaves its dependencies to the root, where one lockfile pins them', () => {
      expect(read(join(folder, 'package.json'))).not.toHaveProperty('dependencies');
    });
  });
});

it('every dependency is pinned', () => {
  const { dependencies, devDependencies } = read('package.json');
  const open = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(`${version}`),
  );

  expect(open).toEqual([]);
});
