import { Controller, Get, Param } from '@nestjs/common';
import { Answers, Public } from '@janela/platform';
import { z } from 'zod';

import { CountryService } from './country.service.ts';

const FileName = z.strictObject({ name: z.enum(['country', 'questionnaire']) });
type FileName = z.infer<typeof FileName>;

const CountryFile = z.record(z.string(), z.unknown());
type CountryFile = z.infer<typeof CountryFile>;

/** The country as data, for the screens: what is asked of a household, in which words. Nothing in it is about a person. */
@Public()
@Controller('country')
export class CountryController {
  constructor(private readonly country: CountryService) {}

  @Get(':name.json')
  @Answers(CountryFile)
  file(@Param({ schema: FileName }) { name }: FileName): Promise<CountryFile> {
    return this.country.file(name);
  }
}
