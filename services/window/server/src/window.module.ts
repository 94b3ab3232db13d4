import { Module } from '@nestjs/common';
import { PlatformModule } from '@janela/platform';

import { CountryModule } from './country/country.module.ts';
import { GatewayModule } from './gateway/gateway.module.ts';
import { gatewayRoutes } from './gateway/gateway.routes.ts';
import { PagesModule } from './pages/pages.module.ts';
import { SessionModule } from './session/session.module.ts';
import { windowPermissions } from './window.permissions.ts';

/** The window: sign-in and session, the gateway to the services, and the web app's files. */
@Module({
  imports: [
    PlatformModule.forRoot({ service: 'window', permissions: windowPermissions, otherRoutes: gatewayRoutes }),
    SessionModule,
    GatewayModule,
    CountryModule,
    // Last: it answers every address that no other route does.
    PagesModule,
  ],
})
export class WindowModule {}
