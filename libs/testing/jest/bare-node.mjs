/*
 * What unit specs need where Jest does not isolate modules (jest-light-runner): sources are read as they are written, our projects by
 * their sources, and `@jest/globals` is what the runner has put in place.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { transformSync } from '@swc/core';

import { readSources } from '../../workspace/swc.mjs';

const globals = new URL('globals.mjs', import.meta.url).href;
const options = { ...readSources, sourceMaps: 'inline' };

process.setSourceMapsEnabled(true);
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
    return nextResolve(specifier, { ...context, conditions: ['source', ...context.conditions] });
  },
  load(url, context, nextLoad) {
    const { protocol, pathname } = new URL(url);
    if (protocol !== 'file:' || !/\.tsx?$/.test(pathname)) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
