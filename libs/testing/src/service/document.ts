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
  'x-problem-codes': { code: string }[];
}

export interface DocumentOptions {
  /** The refusals that the spec has loaded and the service does not. */
  foreignCodes?: RegExp;
}

/** A redirection answers nothing that would have to be described. */
const hasContent = ([status, { content = {} }]: [string, { content?: Record<string, unknown> }]): boolean =>
  status.startsWith('3') || Object.keys(content).length > 0;

const folder = join(import.meta.dirname, '../../../../docs/openapi');

/** What is wrong with a service's OpenAPI document: as such, beside the committed one, and routes that do not say what they answer. */
export async function documentProblems(
  { running }: Pick<AnyTestService, 'running'>,
  { foreignCodes }: DocumentOptions = {},
): Promise<string[]> {
  const response = await fetch(`${running.address}/openapi.json`);
  const body = JSON.parse(await response.text()) as Document & Record<string, unknown>;
  if (foreignCodes) body['x-problem-codes'] = body['x-problem-codes'].filter(({ code }) => !foreignCodes.test(code));
  const { valid, errors } = await new Validator().validate(structuredClone(body));
  const problems = Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { responses }]) => !Object.entries(responses).some(hasContent))
      .map(
        ([method]) =>
          `${method.toUpperCase()} ${path} does not say what it answers: give it @Answers(…) or @Produces(…)`,
      ),
  );
  const committed = join(folder, `${running.app.get<string>(serviceToken)}.json`);
  const isCommitted = existsSync(committed) && isDeepStrictEqual(JSON.parse(readFileSync(committed, 'utf8')), body);
  if (!isCommitted) problems.push(`${committed} is not what the service says: run npm run generate, and commit it`);
  return [...(valid ? [] : [`not OpenAPI 3.1: ${JSON.stringify(errors)}`]), ...problems];
}
