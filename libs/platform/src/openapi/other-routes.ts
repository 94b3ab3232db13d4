import type { OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';

import { answerContent, type Schemas } from './answer-schemas.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

/** A route that is not Nest's, as the OpenAPI document describes it. */
export interface OtherRoute extends Pick<Operation, 'parameters' | 'requestBody' | 'security'> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** `/sign-in/{uid}` */
  path: string;
  operationId: string;
  summary: string;
  status?: number;
  /** The media types it answers with. */
  produces: readonly string[];
  /** The schema of its JSON answers; without one it may be anything. */
  answers?: z.ZodType;
}

/** Adds routes that are not Nest's to the document. */
export function describeOtherRoutes(document: OpenAPIObject, schemas: Schemas, routes: readonly OtherRoute[]): void {
  for (const { method, path, status = 200, produces, answers, ...operation } of routes) {
    const content = answers
      ? answerContent({ answers, produces }, schemas)
      : Object.fromEntries(produces.map((mediaType) => [mediaType, {}]));
    const responses = {
      [status]: { description: 'The answer', content },
      default: { $ref: '#/components/responses/Problem' },
    };
    document.paths[path] = { ...document.paths[path], [method]: { ...operation, responses } };
  }
}
