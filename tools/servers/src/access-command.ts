import { writeFileSync } from 'node:fs';

import { accessFile } from './access.ts';
import { derivedAccess } from './derived-access.ts';

/** Writes infra/kafka/access.json from contracts and sources, for `npm run generate`. */
const lines = Object.entries(derivedAccess()).map(([service, { produces, consumes, groups }]) => {
  const list = (names: string[]) => `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
  const parts = Object.entries({ produces, consumes, groups }).map(([name, names]) => `    "${name}": ${list(names)}`);
  return `  "${service}": {\n${parts.join(',\n')}\n  }`;
});
writeFileSync(accessFile, `{\n${lines.join(',\n')}\n}\n`);
