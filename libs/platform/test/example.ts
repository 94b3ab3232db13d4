import { Body, Controller, Get, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';

import {
  type Actor,
  Allow,
  CurrentActor,
  definePermissions,
  PlatformModule,
  Public,
  serviceConfig,
} from '@janela/platform';

export const ExampleConfig = serviceConfig('example', { port: 8999 });

export const permissions = definePermissions('example', {
  'note.read': { roles: ['caseworker', 'supervisor'], says: 'Read a note' },
  'note.write': { roles: ['supervisor'], says: 'Write a note' },
});

@Controller('v1/notes')
export class NotesController {
  @Get('hello')
  @Public()
  hello() {
    return { hello: 'world' };
  }
  @Get('me')
  @Allow('note.read')
  me(@CurrentActor() actor: Actor) {
    return actor;
  }
  @Post()
  @Public()
  write(
    @Body({ schema: z.strictObject({ text: z.string().max(100), kind: z.enum(['a', 'b']).optional() }) })
    input: unknown,
  ) {
    return input;
  }
}

@Module({ imports: [PlatformModule.forRoot({ service: 'example', permissions })], controllers: [NotesController] })
export class ExampleModule {}
