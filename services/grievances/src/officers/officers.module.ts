import { Module } from '@nestjs/common';

import { OfficersService } from './officers.service.ts';

@Module({ providers: [OfficersService], exports: [OfficersService] })
export class OfficersModule {}
