import { basename, dirname } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { sourceFiles, textOf } from './sources.ts';

const files = sourceFiles();

describe('the files of the workspace', () => {
  it('lie by feature, never by layer', () => {
    const layers =
      /^(controllers|services|entities|repositories|dtos?|models|interfaces|ports|adapters|mappers|use-cases|domain|application|infrastructure|common|shared|utils?|helpers?)$/;
    const folders = new Set(
      files.filter((path) => path.includes('/src/')).map((path) => dirname(path.split('/src/')[1] ?? '')),
    );

    expect([...folders].filter((folder) => folder.split('/').some((part) => layers.test(part)))).toEqual([]);
  });

  it('say what they are for, and have an index only where a library is entered', () => {
    const vague = files.filter((path) => /^(utils?|helpers?|common|misc|types)\.(ts|tsx|mjs)$/.test(basename(path)));
    const indexes = files.filter((path) => basename(path) === 'index.ts');

    expect(vague).toEqual([]);
    expect(indexes.filter((path) => !/^(libs|tools)\/[^/]+\/src\/index\.ts$/.test(path))).toEqual([]);
  });

  it('point nowhere outside the repository', () => {
    // Taken apart, so that this file does not contain what it looks for.
    const outside = new RegExp(['(^|[\\s\'"`(=:])/wo', 'rk/|\\.\\./sha', 'red/'].join(''));
    const readable = files.filter((path) =>
      /\.(ts|tsx|mjs|json|md|ya?ml|sh|sql|css|html|csv)$|\/run$|Dockerfile$/.test(path),
    );

    expect(readable.filter((path) => outside.test(textOf(path)))).toEqual([]);
  });
});

describe('a migration', () => {
  it('is named after its time and what it does', () => {
    const inFolders = files.filter(
      (path) => /\/src\/migrations\//.test(path) && !/-migrations\.ts$|\.spec\.ts$/.test(path),
    );

    expect(inFolders.filter((path) => !/\/\d{14}-[a-z0-9-]+\.ts$/.test(path))).toEqual([]);
  });
});
