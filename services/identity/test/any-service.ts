import { Controller, Get, Module } from '@nestjs/common';
import {
  type Actor,
  Allow,
  CurrentActor,
  definePermissions,
  PlatformModule,
  readConfig,
  type RunningService,
  serviceConfig,
  startService,
} from '@janela/platform';

@Controller('v1/me')
class MeController {
  @Get()
  @Allow('me.read')
  me(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

const permissions = definePermissions('any', { 'me.read': { roles: ['supervisor'], description: 'See who one is' } });

@Module({ imports: [PlatformModule.forRoot({ service: 'any', permissions })], controllers: [MeController] })
class AnyModule {}

/** A service like every other, which says back who the token stands for. */
export function startAnyService(issuer: string): Promise<RunningService> {
  const config = readConfig(serviceConfig('any', { port: 0 }), {
    JANELA_MODE: 'development',
    JANELA_OIDC_ISSUER: issuer,
    JANELA_LOG_LEVEL: 'silent',
  });
  return startService(AnyModule, config);
}
