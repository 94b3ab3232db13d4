import { Controller, Get, Module } from '@nestjs/common';
import {
  Answers,
  definePermissions,
  platformMigrations,
  PlatformModule,
  Public,
  serviceConfig,
} from '@janela/platform';
import { expect, it, jest } from '@jest/globals';
import { z } from 'zod';

import { documentProblems, TestService } from '../src/index.ts';

// A service is started in each test.
jest.setTimeout(60_000);

const Place = z.object({ name: z.string() });
type Place = z.infer<typeof Place>;

@Controller('v1/places')
@Public()
class PlacesController {
  @Get('as-declared')
  @Answers(Place)
  asDeclared(): Place {
    return { name: 'Samfya' };
  }

  @Get('with-more')
  @Answers(Place)
  withMore(): Place {
    const place = { name: 'Samfya', telephone: '+260971234567' };
    return place;
  }

  @Get('otherwise')
  @Answers(Place)
  otherwise(): Place {
    return { name: 7 } as unknown as Place;
  }

  @Get('silent')
  silent(): Place {
    return { name: 'Samfya' };
  }
}

@Module({
  imports: [PlatformModule.forRoot({ service: 'places', permissions: definePermissions('places', {}), entities: [] })],
  controllers: [PlacesController],
})
class PlacesModule {}

const start = () =>
  TestService.start({
    module: PlacesModule,
    config: serviceConfig('places', { port: 8997 }),
    migrations: platformMigrations,
  });

it('says at the end which routes answered something else than they declare, or more', async () => {
  const places = await start();
  for (const name of ['as-declared', 'with-more', 'otherwise', 'silent'])
    expect((await places.anonymous.get(`/v1/places/${name}`)).status).toBe(200);

  const said = await places.stop().catch(String);

  expect(said).toContain('PlacesController.withMore: has fields of its own');
  expect(said).toContain('PlacesController.otherwise: ');
  expect(said).not.toMatch(/asDeclared|silent/);
});

it('knows which routes do not say what they answer, and documents that were not committed', async () => {
  const places = await start();
  const problems = await documentProblems(places);
  await places.stop();

  expect(problems).toEqual([
    'GET /v1/places/silent does not say what it answers: give it @Answers(…) or @Produces(…)',
    expect.stringMatching(/places\.json is not what the service says: run npm run generate/),
  ]);
});
