import { Injectable } from '@nestjs/common';
import { anyAreaContains, referenceKey } from '@janela/kernel';
import type { PeopleFound, SearchPeople } from '@janela/contracts';
import { type Actor, Audit, Clock, Database, mustReach, personal, type Tx } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { NumberReader } from '../formats/number-reader.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';
import { findPeople, maxShown } from './find-people.ts';
import { rankPeople, toPersonFound } from './rank-people.ts';
import { readTerms, type SearchTerms } from './search-terms.ts';

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly accessLog: AccessLogService,
    private readonly reader: NumberReader,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns people within reach, the likeliest first. What was looked for stays on record, sealed; that a person was shown, in the
   * access log of their household.
   */
  async search(actor: Actor, query: SearchPeople): Promise<PeopleFound> {
    const country = await this.reader.country();
    const terms = readTerms(query, { country, today: this.clock.today() });
    if (terms.areaCode !== undefined) mustReach(actor, terms.areaCode);
    const areas = terms.areaCode === undefined ? actor.areas : [terms.areaCode];
    const codes = this.codesOf(terms, [...country.types.keys()]);
    return this.database.write(actor, async (tx) => {
      await this.putOnRecord(tx, actor, terms);
      const rows = await findPeople(tx, terms, { areas, codes });
      const inArea = rows.filter((row) => anyAreaContains(areas, row.areaCode));
      const ranked = rankPeople(inArea, terms);
      const items = ranked.slice(0, maxShown).map(toPersonFound);
      const householdIds = items.map(({ householdId }) => householdId);
      await this.accessLog.noteAll(tx, actor, householdIds, 'found');
      return { items, next: null, more: ranked.length > maxShown };
    });
  }

  private async putOnRecord(tx: Tx, actor: Actor, terms: SearchTerms): Promise<void> {
    const { numbers, identifiers, phones, names, areaCode } = terms;
    const said = {
      ...(numbers.length > 0 && { number: numbers }),
      ...(identifiers.length > 0 && { identifier: identifiers }),
      ...(phones.length > 0 && { phone: phones }),
      ...(names.some(({ words }) => words.length > 0) && { words: names.map(({ words }) => words) }),
      ...(names.some(({ born }) => born) && { bornOn: names.map(({ born }) => born) }),
      ...(areaCode !== undefined && { areaCode }),
    };
    const details = { by: Object.keys(said), terms: personal(said) };
    await this.audit.add(tx, actor, { action: 'people.searched', subject: 'register:people', details });
  }

  private codesOf({ numbers, identifiers, phones, references }: SearchTerms, types: readonly string[]): unknown[] {
    return [
      numbers,
      identifiers.flatMap((value) => types.map((type) => this.cipher.markIdentifier(type, value))),
      phones.map((phone) => this.cipher.markPhone(phone)),
      references.map(referenceKey),
    ];
  }
}
