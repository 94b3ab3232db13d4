import { existsSync, readdirSync } from 'node:fs';

import { projects, scopes } from './libs/workspace/boundaries.mjs';

const countries = readdirSync('countries').filter((name) => existsSync(`countries/${name}/country.json`));
const places = new Set([...projects().map(({ name }) => name), ...scopes(), ...countries]);
// Projects that have another name now, in messages already written.
for (const name of ['country-tools', 'local']) places.add(name);
places.delete('shared');

/** `npm run check:commits` allows more to messages that are older than this limit. */
const longest = Number(process.env['COMMIT_HEADER_LENGTH'] ?? 100);

/** `feat(registry): Register households with an offline device`: a type, the project (or country) it is in, a sentence. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-empty': [2, 'never'],
    'scope-enum': [2, 'always', [...places].sort()],
    'subject-case': [2, 'always', 'sentence-case'],
    'body-leading-blank': [2, 'always'],
    'body-max-line-length': [0],
    'header-max-length': [2, 'always', longest],
    'footer-leading-blank': [2, 'always'],
    'footer-max-line-length': [0],
  },
};
