import { Module } from '@nestjs/common';
import { PlatformModule } from '@janela/platform';

import { Gateway } from './gateway/gateway.ts';
import { PagesController } from './pages/pages.controller.ts';
import { Pages } from './pages/pages.service.ts';
import { Cookies } from './session/cookies.ts';
import { Issuer } from './session/issuer.ts';
import { SessionRedis } from './session/redis.ts';
import { SessionController } from './session/session.controller.ts';
import { Sessions } from './session/sessions.service.ts';
import { SignInService } from './session/sign-in.service.ts';
import { windowPermissions } from './window.permissions.ts';

/** The window: sign-in and session, the gateway to the services, and the web app's files. */
@Module({
  imports: [PlatformModule.forRoot({ service: 'window', permissions: windowPermissions })],
  controllers: [SessionController, PagesController],
  providers: [SessionRedis, Issuer, Sessions, Cookies, SignInService, Gateway, Pages],
})
export class WindowModule {}
