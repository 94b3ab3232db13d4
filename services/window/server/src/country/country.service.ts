import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Injectable } from '@nestjs/common';
import { InjectConfig } from '@janela/platform';

import type { WindowConfig } from '../window.config.ts';

/** Reads the country's files once; they change with a release, not while the window runs. */
@Injectable()
export class CountryService {
  private readonly folder: string;
  private readonly files = new Map<string, Promise<Record<string, unknown>>>();

  constructor(@InjectConfig() { JANELA_COUNTRIES_FOLDER, JANELA_COUNTRY }: WindowConfig) {
    this.folder = join(JANELA_COUNTRIES_FOLDER, JANELA_COUNTRY);
  }

  file(name: 'country' | 'questionnaire'): Promise<Record<string, unknown>> {
    const found =
      this.files.get(name) ??
      readFile(join(this.folder, `${name}.json`), 'utf8').then((text) => JSON.parse(text) as Record<string, unknown>);
    this.files.set(name, found);
    return found;
  }
}
