import { Module } from '@nestjs/common';

import { SessionModule } from '../session/session.module.ts';
import { Gateway } from './gateway.ts';

/** The way to the services, with the token of the session. */
@Module({ imports: [SessionModule], providers: [Gateway] })
export class GatewayModule {}
