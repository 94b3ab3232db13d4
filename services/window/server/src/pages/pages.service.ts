import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

import { Injectable } from '@nestjs/common';
import { InjectConfig } from '@janela/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { WindowConfig } from '../window.config.ts';
import { ClientNotBuilt, NoSuchFile } from '../window.errors.ts';
import { Squeezed } from './squeezed.ts';

const folder = join(import.meta.dirname, '../../../client/dist');

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** What becomes much smaller; fonts and pictures are compressed already. */
const squeezable = new Set(['.js', '.css', '.svg']);

/** Serves the built web app: hashed files for ever, the page itself never from a cache and with a strict Content-Security-Policy. */
@Injectable()
export class Pages {
  private readonly formTargets: string;
  private readonly squeezed = new Squeezed();

  constructor(@InjectConfig() { JANELA_OIDC_ISSUER }: WindowConfig) {
    // Signing out is a form of this page that the issuer answers in the end.
    this.formTargets = `'self' ${new URL(JANELA_OIDC_ISSUER).origin}`;
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const path = decodeURI(request.url.split('?')[0] ?? '/');
    const type = mediaTypes[extname(path)];
    await (type ? this.sendFile(path, type, request, reply) : this.sendPage(reply));
  }

  private async sendFile(path: string, type: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const file = normalize(join(folder, path));
    if (!file.startsWith(folder + sep)) throw new NoSuchFile();
    const bytes = await readFile(file).catch(() => {
      throw new NoSuchFile();
    });
    const isHashed = path.startsWith('/assets/');
    const age = isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
    reply.type(type).header('cache-control', age);
    if (!isHashed || !squeezable.has(extname(path))) return void (await reply.send(bytes));
    const { encoding, body } = await this.squeezed.of(file, bytes, request.headers['accept-encoding']);
    reply.header('vary', 'accept-encoding');
    if (encoding) reply.header('content-encoding', encoding);
    await reply.send(body);
  }

  private async sendPage(reply: FastifyReply): Promise<void> {
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
      throw new ClientNotBuilt('Run: npx nx build window-client');
    });
    const nonce = randomBytes(16).toString('base64url');
    await reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', this.policy(nonce))
      .send(page.replace('style-nonce-of-this-answer', nonce));
  }

  /** Nothing from elsewhere, no inline script; styles of the component library carry the nonce of this answer. */
  private policy(nonce: string): string {
    return [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      `form-action ${this.formTargets}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; ');
  }
}
