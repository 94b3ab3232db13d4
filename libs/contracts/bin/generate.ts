import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { breakingChanges } from '../src/documents/breaking-changes.ts';
import { documents, schemasFolder } from '../src/documents/documents.ts';
import type { JsonSchema } from '../src/documents/json-schema.ts';
import { Topic } from '../src/documents/topics.ts';

const root = join(import.meta.dirname, '../../..');

/** The declared topics of the repository. */
export function readTopics(): Topic[] {
  return z.array(Topic).parse(JSON.parse(readFileSync(join(root, 'infra/kafka/topics.json'), 'utf8')));
}

/** A generated file as it is committed, or nothing. */
export function readCommitted(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The schemas as they are committed, by event type. */
export function readPublished(): Map<string, JsonSchema> {
  const folder = join(root, schemasFolder);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(
    files.map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}

/** The schemas among the generated files, by event type. */
export function schemasAmong(files: ReadonlyMap<string, string>): Map<string, JsonSchema> {
  const own = [...files].filter(([path]) => path.startsWith(`${schemasFolder}/`));
  return new Map(own.map(([path, text]) => [path.slice(schemasFolder.length + 1, -'.json'.length), JSON.parse(text)]));
}

/** Writes every generated file, or none and says why when a published event would break. */
function generate(): void {
  const files = documents(readTopics());
  const broken = breakingChanges(readPublished(), schemasAmong(files));
  if (broken.length > 0) {
    process.stderr.write(`Nothing was written.\n\n${broken.join('\n\n')}\n`);
    process.exitCode = 1;
    return;
  }

  mkdirSync(join(root, schemasFolder), { recursive: true });
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  process.stdout.write(`Wrote ${files.size} files from the contracts.\n`);
}

if (import.meta.main) generate();
