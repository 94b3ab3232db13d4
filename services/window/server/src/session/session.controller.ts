import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { BeginSignIn, Session, SignedOut } from '@janela/contracts';
import { Answers, Public, Upload } from '@janela/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { SignInService } from './sign-in.service.ts';

/** Signing in and out, and who is signed in. Tokens stay behind these four addresses. */
@Public()
@Controller()
export class SessionController {
  constructor(private readonly signIn: SignInService) {}

  @Get('session')
  @Answers(Session)
  session(@Req() request: FastifyRequest): Promise<Session> {
    return this.signIn.session(request);
  }

  @Get('login')
  @HttpCode(303)
  login(
    @Query({ schema: BeginSignIn }) query: BeginSignIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.signIn.begin(query, request, reply);
  }

  @Get('login/callback')
  @HttpCode(303)
  callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.signIn.finish(request, reply);
  }

  /** Read as JSON or as a form, the way a page without scripts sends it; whatever it holds counts for nothing. */
  @Post('logout')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 303, description: 'On to the issuer, for a form' })
  @Answers(SignedOut)
  @Upload({ mediaTypes: ['application/json', 'application/x-www-form-urlencoded'], maxBytes: 1_024 })
  async logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<SignedOut> {
    const signedOut = await this.signIn.end(request, reply);
    const byScript = request.headers.accept?.includes('application/json') === true;
    await (byScript ? reply.status(200).send(signedOut) : reply.redirect(signedOut.next, 303));
    return signedOut;
  }
}
