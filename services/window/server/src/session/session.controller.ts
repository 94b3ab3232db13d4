import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { Public, Upload } from '@janela/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { type Session, SignInService } from './sign-in.service.ts';

const LoginQuery = z.object({
  return: z.string().max(2_000).optional(),
  language: z.enum(['en', 'pt', 'fr']).optional(),
});
type LoginQuery = z.infer<typeof LoginQuery>;

/** Signing in and out, and who is signed in. Tokens stay behind these four addresses. */
@Public()
@Controller()
export class SessionController {
  constructor(private readonly signIn: SignInService) {}

  @Get('session')
  session(@Req() request: FastifyRequest): Promise<Session> {
    return this.signIn.session(request);
  }

  @Get('login')
  login(
    @Query({ schema: LoginQuery }) query: LoginQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.signIn.begin(query, request, reply);
  }

  @Get('login/callback')
  callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.signIn.finish(request, reply);
  }

  /** Read as JSON or as a form, the way a page without scripts sends it; whatever it holds counts for nothing. */
  @Post('logout')
  @HttpCode(303)
  @Upload({ mediaTypes: ['application/json', 'application/x-www-form-urlencoded'], maxBytes: 1_024 })
  logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.signIn.end(request, reply);
  }
}
