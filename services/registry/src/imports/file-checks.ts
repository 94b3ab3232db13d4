import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '@janela/platform';

import { AreaBook } from '../areas/area-book.ts';
import { dayProblemsOf } from '../households/day-rules.ts';
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
