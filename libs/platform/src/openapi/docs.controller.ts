import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { Controller, Get, Header, Inject, Param, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';

import { Public } from '../auth/allow.ts';
import { OperationsGuard } from '../auth/operations.guard.ts';
import { NoSuchRoute } from '../errors/refusals.ts';
import { serviceToken } from '../context/tokens.ts';
import { Produces } from '../http/accept.ts';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const types: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** The OpenAPI document. It is written when it is first read, because that takes longer than the rest of a start. */
export class ApiDocument {
  private written: OpenAPIObject | undefined;
  /** Set once the service's routes are known. */
  write: (() => OpenAPIObject) | undefined;

  get current(): OpenAPIObject | undefined {
    return (this.written ??= this.write?.());
  }
}

/** The API as a document for machines and a page for people. */
@Controller()
@Public()
@UseGuards(OperationsGuard)
@ApiExcludeController()
export class DocsController {
  constructor(
    private readonly document: ApiDocument,
    @Inject(serviceToken) private readonly service: string,
  ) {}

  @Get('openapi.json')
  openapi(): OpenAPIObject | undefined {
    return this.document.current;
  }

  @Get('docs')
  @Produces('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${this.service} · Janela</title>
    <link rel="stylesheet" href="docs/swagger-ui.css">
  </head>
  <body>
    <div id="page"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>`;
  }

  @Get('docs/start.js')
  @Produces('text/javascript')
  @Header('content-type', 'text/javascript; charset=utf-8')
  start(): string {
    return `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#page', deepLinking: true });`;
  }

  @Get('docs/:file')
  @Produces('text/css', 'text/javascript')
  async asset(@Param('file') file: string): Promise<StreamableFile> {
    const type = types[file];
    if (type === undefined) throw new NoSuchRoute();
    return new StreamableFile(await readFile(join(assets, file)), { type });
  }
}
