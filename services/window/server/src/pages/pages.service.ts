import { randomBytes } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { InjectConfig } from '@janela/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { WindowConfig } from '../window.config.ts';
import { ClientNotBuilt, NoSuchFile } from '../window.errors.ts';

/** Addresses that end otherwise are pages of the web app, which finds out itself what to show. */
const fileEndings = new Set(['.css', '.js', '.svg', '.woff', '.woff2', '.webmanifest']);

/** A file whose name has a hash of its content never changes. */
const hashed = { maxAge: '365d', immutable: true };
const others = { maxAge: '1h' };

/** Serves the built web app: hashed files for ever, the page itself never from a cache and with a strict Content-Security-Policy. */
@Injectable()
export class PagesService implements OnModuleInit {
  private readonly folder: string;
  private readonly formTargets: string;

  constructor(
    private readonly host: HttpAdapterHost,
    @InjectConfig() { JANELA_CLIENT_FOLDER, JANELA_OIDC_ISSUER }: WindowConfig,
  ) {
    this.folder = JANELA_CLIENT_FOLDER;
    // Signing out is a form of this page that the issuer answers in the end.
    this.formTargets = `'self' ${new URL(JANELA_OIDC_ISSUER).origin}`;
  }

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // The build writes each file compressed beside itself.
    await fastify.register(fastifyStatic, { root: this.folder, serve: false, preCompressed: true, dotfiles: 'ignore' });
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const path = decodeURI(request.url.split('?')[0] ?? '/');
    await (fileEndings.has(extname(path)) ? this.sendFile(path, reply) : this.sendPage(reply));
  }

  private async sendFile(path: string, reply: FastifyReply): Promise<void> {
    // The library answers what leads out of the folder, or is missing, in words of its own.
    const file = normalize(`/${path}`);
    await access(join(this.folder, file)).catch(() => {
      throw new NoSuchFile();
    });
    reply.sendFile(file, file.startsWith('/assets/') ? hashed : others);
  }

  private async sendPage(reply: FastifyReply): Promise<void> {
    const page = await readFile(join(this.folder, 'index.html'), 'utf8').catch(() => {
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
