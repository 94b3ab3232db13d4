import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import * as contracts from '@janela/contracts';
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');
const documents = join(root, 'docs/openapi');
const generated = join(root, 'libs/api-client/src/generated');

/** A schema that the contracts export is their type, so that an answer has the type that the service gave it. */
const schemaPath = /^#\/components\/schemas\/(\w+)$/;

/** Returns the TypeScript of the paths of one OpenAPI document. */
export async function typesOf(document: string): Promise<string> {
  const used = new Set<string>();
  const nodes = await openapiTypescript(document, {
    alphabetize: true,
    postTransform: (_, { path }) => {
      const [, name] = schemaPath.exec(path ?? '') ?? [];
      if (name === undefined || !(name in contracts)) return undefined;
      used.add(name);
      return ts.factory.createTypeReferenceNode(name);
    },
  });
  const imports = `import type { ${[...used].sort().join(', ')} } from '@janela/contracts';\n\n`;
  return `// Generated from docs/openapi by \`npm run generate\`.\n${used.size > 0 ? imports : ''}${astToString(nodes)}`;
}

/** Writes the types of every document. */
async function generate(): Promise<void> {
  mkdirSync(generated, { recursive: true });
  for (const file of readdirSync(documents).sort()) {
    const service = basename(file, '.json');
    writeFileSync(join(generated, `${service}.ts`), await typesOf(readFileSync(join(documents, file), 'utf8')));
  }
}

if (import.meta.main) await generate();
