import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { serviceToken } from '@janela/platform';
import { Validator } from '@seriousme/openapi-schema-validator';

import type { AnyTestService } from './test-service.ts';

interface Operation {
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
}

const folder = join(import.meta.dirname, '../../../../docs/openapi');

/** What is wrong with a service's OpenAPI document: as such, beside the committed one, and routes that do not say what they answer. */
export async function documentProblems(service: AnyTestService): Promise<string[]> {
  const { body } = await service.nobody.untyped.get<Document & Record<string, unknown>>('/openapi.json');
  const { valid, errors } = await new Validator().validate(structuredClone(body));
  const problems = Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { responses }]) => !Object.values(responses).some(({ content }) => Object.keys(content ?? {}).length))
      .map(
        ([method]) =>
          `${method.toUpperCase()} ${path} does not say what it answers: give it @Answers(…) or @Produces(…)`,
      ),
  );
  const committed = join(folder, `${service.running.app.get<string>(serviceToken)}.json`);
  const isCommitted = existsSync(committed) && isDeepStrictEqual(JSON.parse(readFileSync(committed, 'utf8')), body);
  if (!isCommitted) problems.push(`${committed} is not what the service says: run npm run generate, and commit it`);
  return [...(valid ? [] : [`not OpenAPI 3.1: ${JSON.stringify(errors)}`]), ...problems];
}
