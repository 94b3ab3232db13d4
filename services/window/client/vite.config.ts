import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Hashed files in `dist/`, which the window's gateway serves. No inline script or style: the Content-Security-Policy forbids both. */
const config = defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    proxy: {
      '/api': 'http://localhost:8080',
      '/session': 'http://localhost:8080',
      '/login': 'http://localhost:8080',
      '/logout': 'http://localhost:8080',
    },
  },
});

export { config as default };
