import { Injectable } from '@nestjs/common';
import type { FindPossibleDuplicates, PossibleDuplicates } from '@janela/contracts';
import { type Actor, Audit, Database, mustReach } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { NumberReader } from '../formats/number-reader.ts';
import { countElsewhere, PossibleDuplicatesService, shownTo } from './possible-duplicates.service.ts';

@Injectable()
export class FindPossibleDuplicatesService {
  constructor(
    private readonly database: Database,
    private readonly reader: NumberReader,
    private readonly duplicates: PossibleDuplicatesService,
    private readonly accessLog: AccessLogService,
    private readonly audit: Audit,
  ) {}

  /** Returns who of a form may be in the register already, as the answer to a registration would. Only the request and who was found are recorded. */
  async find(actor: Actor, { areaCode, members: given }: FindPossibleDuplicates): Promise<PossibleDuplicates> {
    mustReach(actor, areaCode);
    const members = await this.reader.members(given, (index) => `/members/${index}`);
    return this.database.write(actor, async (tx) => {
      const found = await this.duplicates.find(tx, this.duplicates.soughtOf(members), { areaCode });
      const possibleDuplicates = shownTo(actor, found);
      const householdIds = [...new Set(possibleDuplicates.map(({ householdId }) => householdId))];
      await this.accessLog.noteAll(tx, actor, householdIds, 'possible_duplicate');
      const registeredElsewhere = countElsewhere(actor, found);
      const details = { areaCode, members: members.length, householdIds, registeredElsewhere };
      await this.audit.add(tx, actor, { action: 'people.compared', subject: 'register:people', details });
      return { possibleDuplicates, registeredElsewhere };
    });
  }
}
