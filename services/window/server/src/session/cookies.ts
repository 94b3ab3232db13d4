import { Injectable } from '@nestjs/common';
import { InjectConfig } from '@janela/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { WindowConfig } from '../window.config.ts';

type CookieName = 'janela' | 'janela-sign-in' | 'janela-ask';

/** The window's cookies: HttpOnly, this origin only, and over https with the prefix that forbids other origins to set them. */
@Injectable()
export class Cookies {
  private readonly secure: boolean;

  constructor(@InjectConfig() { JANELA_PUBLIC_URL }: WindowConfig) {
    this.secure = JANELA_PUBLIC_URL.startsWith('https:');
  }

  /** The value of a cookie that the browser sent; undefined when it sent none, or one that no window has written. */
  find(request: FastifyRequest, name: CookieName): string | undefined {
    const prefix = `${this.fullName(name)}=`;
    const pair = request.headers.cookie?.split(/; */).find((each) => each.startsWith(prefix));
    const value = pair?.slice(prefix.length);
    return value && /^[\w-]{43}$/.test(value) ? value : undefined;
  }

  /** Adds a cookie to the answer; without an age it ends with the browser. */
  set(reply: FastifyReply, name: CookieName, value: string, maxAgeSeconds?: number): void {
    const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
    const secure = this.secure ? '; Secure' : '';
    reply.header('set-cookie', `${this.fullName(name)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`);
  }

  /** Takes a cookie back. */
  clear(reply: FastifyReply, name: CookieName): void {
    this.set(reply, name, '', 0);
  }

  private fullName(name: CookieName): string {
    return this.secure ? `__Host-${name}` : name;
  }
}
