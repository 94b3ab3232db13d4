import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { AreaPublished, catalogue } from '@janela/contracts';
import { mailboxMigrations, MessagingModule, messagingPermissions, OnEvent, Outbox } from '@janela/messaging';
import type { ReceivedEvent } from '@janela/messaging';
import {
  type Actor,
  Allow,
  CurrentActor,
  Database,
  definePermissions,
  type Migration,
  platformMigrations,
  PlatformModule,
  Public,
  serviceConfig,
  type Tx,
} from '@janela/platform';
import type { QueryRunner } from 'typeorm';
import { z } from 'zod';

const NameArea = z.strictObject({ code: z.string(), name: z.string() });
type NameArea = z.infer<typeof NameArea>;

@Controller('v1/areas')
class AreasController {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  @Public()
  list(): Promise<object[]> {
    return this.database.read({ id: 'anyone', name: 'Anyone', kind: 'person', roles: [], areas: [] }, (tx) =>
      tx.query('SELECT code, name FROM areas ORDER BY code'),
    );
  }

  @Post()
  @Allow('area.name')
  async name(@CurrentActor() actor: Actor, @Body({ schema: NameArea }) area: NameArea): Promise<{ eventId: string }> {
    const data = { ...area, level: 2, validFrom: '2020-01-01' };
    return {
      eventId: await this.database.write(actor, (tx) =>
        this.outbox.add(tx, AreaPublished, AreaPublished.data.parse(data)),
      ),
    };
  }
}

class AreaPublishedConsumer {
  @OnEvent(AreaPublished)
  async take({ data }: ReceivedEvent<typeof AreaPublished>, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO areas (code, name) VALUES ($1, $2)', [data.code, data.name]);
  }
}

class CreateAreas20261120150000 {
  name = 'CreateAreas20261120150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE areas (code text PRIMARY KEY, name text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE areas');
  }
}

export const AtlasConfig = serviceConfig('atlas', { port: 8998 });
export const atlasMigrations: Migration[] = [...platformMigrations, ...mailboxMigrations, CreateAreas20261120150000];

const permissions = definePermissions('atlas', {
  ...messagingPermissions,
  'area.name': { roles: ['administrator'], description: 'Name areas' },
});

/** A service as small as can be: it consumes areas, lists them, and may name one. */
@Module({
  imports: [
    PlatformModule.forRoot({ service: 'atlas', permissions, entities: [] }),
    MessagingModule.forService({ service: 'atlas', catalogue }),
  ],
  controllers: [AreasController],
  providers: [AreaPublishedConsumer],
})
export class AtlasModule {}
