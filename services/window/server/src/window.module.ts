import { Module } from '@nestjs/common';
import { PlatformModule } from '@janela/platform';

import { CountryController } from './country/country.controller.ts';
import { Country } from './country/country.service.ts';
import { Gateway } from './gateway/gateway.ts';
import { PagesController } from './pages/pages.controller.ts';
import { PagesService } from './pages/pages.service.ts';
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
  controllers: [SessionController, CountryController, PagesController],
  providers: [SessionRedis, Issuer, Sessions, Cookies, SignInService, Gateway, Country, PagesService],
})
export class WindowModule {}
