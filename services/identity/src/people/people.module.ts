import { Module } from '@nestjs/common';

import { PeopleService } from './people.service.ts';

/** Staff, their passwords, roles and areas. */
@Module({ providers: [PeopleService], exports: [PeopleService] })
export class PeopleModule {}
