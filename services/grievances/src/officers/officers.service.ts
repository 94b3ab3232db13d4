import { Injectable } from '@nestjs/common';
import { anyAreaContains } from '@janela/kernel';
import { type AccessChanged, type DataOf, Role } from '@janela/contracts';
import type { Actor, Tx } from '@janela/platform';

import { OfficerNotEligible, OfficerUnknown } from '../grievances.errors.ts';
import { OfficerEntity } from './officer.entity.ts';

/** Whoever has a case in hand. */
export interface Officer {
  id: string;
  name: string;
}

/** The staff, as far as a case can be given to them. */
@Injectable()
export class OfficersService {
  /** What somebody may do from now on. */
  async change(tx: Tx, { actorId, roles, areas, active }: DataOf<typeof AccessChanged>): Promise<void> {
    await tx.query(
      `INSERT INTO officers (id, roles, areas, active) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET roles = excluded.roles, areas = excluded.areas, active = excluded.active`,
      [actorId, roles, areas, active],
    );
  }

  /** Learns the name of somebody who works here; what they may do the issuer says, unless it tells nobody. */
  async remember(tx: Tx, { id, name, roles, areas }: Actor): Promise<Officer> {
    await tx.query(
      `INSERT INTO officers (id, name, roles, areas, active) VALUES ($1, $2, $3, $4, true)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE officers.name IS DISTINCT FROM excluded.name`,
      [id, name, roles.filter((role) => Role.safeParse(role).success), areas],
    );
    return { id, name };
  }

  /** The officer, if such a case in such an area is theirs to work on. Throws `OfficerUnknown`, `OfficerNotEligible`. */
  async get(tx: Tx, id: string, { areaCode, sensitive }: { areaCode: string; sensitive: boolean }): Promise<Officer> {
    const officer = await tx.findOneBy(OfficerEntity, { id });
    if (!officer) throw new OfficerUnknown();
    const role: Role = sensitive ? 'sensitive-officer' : 'grievance-officer';
    const isFit = officer.active && officer.roles.includes(role) && anyAreaContains(officer.areas, areaCode);
    if (!isFit) throw new OfficerNotEligible();
    return { id, name: officer.name ?? id };
  }
}
