import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { mustBringOperationsToken } from '../auth/operations.guard.ts';
import type { ServiceConfig } from '../config/service-config.ts';
import { configToken, serviceToken } from '../context/tokens.ts';
import { NoSuchRoute } from '../errors/refusals.ts';

const documentPath = '/openapi.json';
const pagePath = '/docs';

/** What the page consists of; the package that it comes in has other files. */
const pageFile = /\.(?:css|js|png)$/;

/**
 * Serves the API as a document for machines and as a page for people, to callers with the operations token where there is one. The
 * document is written when it is first read, because that takes longer than the rest of a start.
 */
export function serveDocs(app: NestFastifyApplication, write: () => OpenAPIObject): void {
  const config = app.get<ServiceConfig>(configToken);
  // These routes are not Nest's, so that no guard of Nest's stands before them.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const { url: route = '' } = request.routeOptions;
      if (route !== documentPath && route !== pagePath && !route.startsWith(`${pagePath}/`)) return done();
      mustBringOperationsToken(config, request.headers.authorization);
      const isOther = route === `${pagePath}/*` && !pageFile.test(request.url.split('?')[0] ?? '');
      done(isOther ? new NoSuchRoute() : undefined);
    });
  SwaggerModule.setup(pagePath, app, write, {
    jsonDocumentUrl: documentPath,
    raw: ['json'],
    customSiteTitle: `${app.get<string>(serviceToken)} · Janela`,
    swaggerOptions: { deepLinking: true },
  });
}
