import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '@janela/platform';

import { AreaCache } from '../../areas/area-cache.ts';
import { NumberReader, readRegistration } from '../../formats/number-reader.ts';
import { dayProblemsOf } from '../../households/day-rules.ts';
import { columnOf } from '../file/column-places.ts';
import type { ReadHousehold } from '../file/read-household.ts';

/** What only the register knows of a row: whether its area exists and is within reach, and how numbers look. */
@Injectable()
export class RowChecks {
  constructor(
    private readonly areas: AreaCache,
    private readonly reader: NumberReader,
    private readonly clock: Clock,
  ) {}

  /** Adds what it finds to the errors of each household. */
  async complete(households: readonly ReadHousehold[], importer: Actor): Promise<void> {
    await this.checkAreas(households, importer);
    await this.readNumbers(households);
    this.checkDays(households);
  }

  /** As at the window: no day that has not come in this country, none before what it is about. */
  private checkDays(households: readonly ReadHousehold[]): void {
    const today = this.clock.today();
    for (const { input, lines, errors } of households)
      for (const { pointer, code } of input ? dayProblemsOf(input, today) : []) {
        const [, part, index = '0'] = pointer.split('/');
        const isMember = part === 'members';
        const value = (isMember ? input?.members[Number(index)]?.bornOn : input?.consent?.givenOn) ?? '';
        const line = lines[isMember ? Number(index) : 0] ?? 0;
        errors.push({ line, column: isMember ? 'born_on' : 'consent_given_on', code, value });
      }
  }

  private async checkAreas(households: readonly ReadHousehold[], importer: Actor): Promise<void> {
    const given = households.flatMap(({ input }) => (input ? [input.areaCode] : []));
    const refusals = new Map(zip(given, await this.areas.refusals(given, this.clock.today())));
    for (const { input, lines, errors } of households) {
      if (!input) continue;
      const { areaCode } = input;
      const refused = refusals.get(areaCode)?.code.replace('registry.', '');
      const code = reaches(importer, areaCode) ? refused : 'area_out_of_reach';
      if (code !== undefined) errors.push({ line: lines[0] ?? 0, column: 'area_code', code, value: areaCode });
    }
  }

  /** Numbers are read as the window's are; what can be read is kept in the form of the country. */
  private async readNumbers(households: readonly ReadHousehold[]): Promise<void> {
    const numbers = await this.reader.country();
    for (const household of households) {
      const { input, lines, errors } = household;
      if (!input) continue;
      const { form, problems } = readRegistration(input, numbers);
      household.input = form;
      for (const { path, code } of problems) {
        const line = lines[path[0] === 'members' ? Number(path[1]) : 0] ?? 0;
        errors.push({ line, column: columnOf(path), code, value: valueAt(input, path) });
      }
    }
  }
}

/** Returns what was given there, to be shown to the person who corrects the file. */
function valueAt(input: object, path: readonly (string | number)[]): string {
  const value = path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], input);
  return String(value);
}

function zip<A, B>(keys: readonly A[], values: readonly B[]): [A, B | undefined][] {
  return keys.map((key, index) => [key, values[index]]);
}
