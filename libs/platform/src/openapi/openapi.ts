import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

import type { RouteDescription } from './routes.ts';
import { refusalKinds } from '../errors/app-error.ts';
import { otherRoutesToken } from '../context/tokens.ts';
import { answerContent, jsonSchemaOf, type Schemas } from './answer-schemas.ts';
import { describeOtherRoutes, type OtherRoute } from './other-routes.ts';

const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code', 'instance'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    code: { type: 'string' as const, description: 'What to act on; see x-problem-codes' },
    detail: { type: 'string' as const },
    instance: { type: 'string' as const, description: 'The trace id: quote it when asking for help' },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['in', 'pointer', 'code', 'message'],
        properties: {
          in: { type: 'string' as const, enum: ['body', 'query', 'path', 'header'] },
          pointer: { type: 'string' as const, description: 'JSON Pointer (RFC 6901) inside `in`' },
          code: { type: 'string' as const },
          message: { type: 'string' as const },
        },
      },
    },
  },
};

/** The service's OpenAPI 3.1 document: schemas from zod, and for every operation who may call it and how it may refuse. */
export function openApiDocument(
  app: INestApplication,
  service: string,
  routes: readonly RouteDescription[],
): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Janela ${service}`)
    .setDescription(`The HTTP interface of the ${service} service.`)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: jsonSchemaOf(schema, schemaType) } : undefined,
  });
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: problemSchema };
  document.components.responses = {
    Problem: {
      description: 'A refusal',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
  for (const route of routes) describeOperation(document, document.components.schemas, route);
  describeOtherRoutes(document, document.components.schemas, app.get<readonly OtherRoute[]>(otherRoutesToken));
  return Object.assign(document, { 'x-problem-codes': refusalKinds() });
}

function describeOperation(document: OpenAPIObject, schemas: Schemas, route: RouteDescription): void {
  const { method, path, permission, roles, description } = route;
  const item = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')];
  const operation = item?.[method.toLowerCase() as 'get'];
  if (!operation) return;
  // Nest knows the status that the route answers with, and nothing else about the answer; of more than one, only the first has a body.
  const [status = '200', ...others] = Object.keys(operation.responses);
  const answer = { description: description || 'The answer', content: answerContent(route, schemas) };
  operation.responses = {
    [status]: answer,
    ...Object.fromEntries(others.map((other) => [other, operation.responses[other]])),
    default: { $ref: '#/components/responses/Problem' },
  };
  if (permission === 'public') return;
  operation.summary ??= description;
  if (operation.summary === '') operation.summary = description;
  operation.security = [{ token: [] }];
  Object.assign(operation, { 'x-permission': permission, 'x-roles': roles });
}
