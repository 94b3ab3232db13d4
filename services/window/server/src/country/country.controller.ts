import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '@janela/platform';
import { z } from 'zod';

import { Country } from './country.service.ts';

const FileName = z.strictObject({ name: z.enum(['country', 'questionnaire']) });
type FileName = z.infer<typeof FileName>;

/** The country as data, for the screens: what is asked of a household, in which words. Nothing in it is anybody's. */
@Public()
@Controller('country')
export class CountryController {
  constructor(private readonly country: Country) {}

  @Get(':name.json')
  file(@Param({ schema: FileName }) { name }: FileName): Promise<unknown> {
    return this.country.file(name);
  }
}
