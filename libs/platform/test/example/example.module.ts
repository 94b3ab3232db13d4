import { Module } from '@nestjs/common';
import { definePermissions, type Migration, platformMigrations, PlatformModule, serviceConfig } from '@janela/platform';

import { CreateNotes20261120120000 } from './create-notes.ts';
import { EchoController, NotesController } from './notes.controller.ts';
import { NotesService } from './notes.service.ts';

/** A service as small as can be, to have something that the platform is under. */
export const ExampleConfig = serviceConfig('example', { port: 8999 });

export const exampleMigrations: Migration[] = [...platformMigrations, CreateNotes20261120120000];

const permissions = definePermissions('example', {
  'note.read': { roles: ['caseworker', 'supervisor'], description: 'Read notes' },
  'note.write': { roles: ['supervisor'], description: 'Write notes and rename them' },
});

@Module({
  imports: [PlatformModule.forRoot({ service: 'example', permissions, entities: [] })],
  controllers: [NotesController, EchoController],
  providers: [NotesService],
})
export class ExampleModule {}
