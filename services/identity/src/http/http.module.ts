import { Module } from '@nestjs/common';

import { PeopleModule } from '../people/people.module.ts';
import { SignInModule } from '../sign-in/sign-in.module.ts';
import { HttpParts } from './http-parts.ts';

/** What the pages and the operations routes are made of. */
@Module({ imports: [PeopleModule, SignInModule], providers: [HttpParts], exports: [HttpParts] })
export class HttpModule {}
