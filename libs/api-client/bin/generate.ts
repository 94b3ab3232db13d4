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

/** Returns the TypeScript of the list of services, each with its paths. */
export function listOf(services: readonly string[]): string {
  const typeOf = (service: string) => service.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const lines = (line: (service: string) => string) => services.map((service) => `${line(service)}\n`).join('');
  return [
    '// Generated from docs/openapi by `npm run generate`.\n',
    lines((service) => `import type { paths as ${typeOf(service)} } from './${service}.ts';`),
    `\n/** The paths of every service, by its name. */\nexport interface Paths {\n`,
    lines((service) => `  '${service}': ${typeOf(service)};`),
    `}\n\nexport const services = [\n`,
    lines((service) => `  '${service}',`),
    `] as const satisfies readonly (keyof Paths)[];\n`,
  ].join('');
}

/** The services that have a document. */
export const documented = (): string[] =>
  readdirSync(documents)
    .map((file) => basename(file, '.json'))
    .sort();

/** Writes the types of every document, and their list. */
async function generate(): Promise<void> {
  mkdirSync(generated, { recursive: true });
  for (const service of documented()) {
    const document = readFileSync(join(documents, `${service}.json`), 'utf8');
    writeFileSync(join(generated, `${service}.ts`), await typesOf(document));
  }
  writeFileSync(join(generated, 'services.ts'), listOf(documented()));
}

if (import.meta.main) await generate();
