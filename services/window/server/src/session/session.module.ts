import { Module } from '@nestjs/common';

import { Cookies } from './cookies.ts';
import { Issuer } from './issuer.ts';
import { SessionRedis } from './session-redis.ts';
import { SessionController } from './session.controller.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';

/** Signing in and out, and the sessions of browsers. */
@Module({
  controllers: [SessionController],
  providers: [SessionRedis, Issuer, SessionsService, Cookies, SignInService],
  exports: [Cookies, SessionsService],
})
export class SessionModule {}
