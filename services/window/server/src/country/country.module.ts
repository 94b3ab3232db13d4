import { Module } from '@nestjs/common';

import { CountryController } from './country.controller.ts';
import { CountryService } from './country.service.ts';

/** The country as data, for the screens. */
@Module({ controllers: [CountryController], providers: [CountryService] })
export class CountryModule {}
