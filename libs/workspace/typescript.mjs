/*
 * Node runs our sources after `--import @janela/workspace/typescript.mjs`: it strips types by itself, but knows no decorators.
 * In the thread that asks, so that it costs little more than what is built.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { transformSync } from '@swc/core';

import { readSources } from './swc.mjs';

const options = { ...readSources, sourceMaps: 'inline' };

process.setSourceMapsEnabled(true);
registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
