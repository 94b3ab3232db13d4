import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes what becomes much smaller compressed beside itself, which the window serves; fonts and pictures are compressed already. */
const compressed: Plugin = {
  name: 'compressed',
  writeBundle({ dir = '' }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(?:js|css|svg)$/.test(name)) continue;
      const content = file.type === 'chunk' ? file.code : file.source;
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content));
    }
  },
};

/** The gateway of `npm start`; it takes changes from its own origin alone. */
const gateway = { target: 'http://localhost:8080', headers: { origin: 'http://localhost:8080' } };

/** Hashed files in `dist/`, which the window's gateway serves. No inline script or style: the Content-Security-Policy forbids both. */
const config = defineConfig({
  plugins: [react(), compressed],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    proxy: Object.fromEntries(['/api', '/session', '/country', '/login', '/logout'].map((path) => [path, gateway])),
  },
});

export { config as default };
