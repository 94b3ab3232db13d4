import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '@janela/platform';

import { AreaBook } from '../areas/area-book.ts';
import { IdentifierRules, problemsOf } from '../identifier-types/identifier-rules.ts';
import type { ReadHousehold } from './read-household.ts';

/** What only the register knows of a row: whether its area exists and is within reach, and how official numbers look. */
@Injectable()
export class FileChecks {
  constructor(
    private readonly areas: AreaBook,
    private readonly identifiers: IdentifierRules,
    private readonly clock: Clock,
  ) {}

  /** Adds what it finds to the errors of each household. */
  async complete(households: readonly ReadHousehold[], importer: Actor): Promise<void> {
    await this.checkAreas(households, importer);
    await this.checkIdentifiers(households);
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

  private async checkIdentifiers(households: readonly ReadHousehold[]): Promise<void> {
    const patterns = await this.identifiers.patterns();
    for (const { input, lines, errors } of households)
      for (const { member, place, problem } of problemsOf(input?.members ?? [], patterns)) {
        const { type = '', value = '' } = input?.members[member]?.identifiers?.[place] ?? {};
        const isType = problem === 'identifier_type_unknown';
        const column = isType ? 'identifier_type' : 'identifier_value';
        errors.push({ line: lines[member] ?? 0, column, code: problem, value: isType ? type : value });
      }
  }
}

function zip<A, B>(keys: readonly A[], values: readonly B[]): [A, B | undefined][] {
  return keys.map((key, index) => [key, values[index]]);
}
