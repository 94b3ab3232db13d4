import { Injectable } from '@nestjs/common';
import { anyAreaContains } from '@janela/kernel';
import { type AccessChanged, type DataOf, Role } from '@janela/contracts';
import type { Actor, Tx } from '@janela/platform';

import { OfficerNotEligible, OfficerUnknown } from '../grievances.errors.ts';
import { OfficerEntity } from './officer.entity.ts';

/** A member of staff who has a case. */
export interface Officer {
  id: string;
  name: string;
}

/** Knows the staff to whom a case can be assigned. */
@Injectable()
export class OfficersService {
  /** Stores what a member of staff may do from now on. */
  async update(tx: Tx, { actorId, roles, areas, active }: DataOf<typeof AccessChanged>): Promise<void> {
    await tx.query(
      `INSERT INTO officers (id, roles, areas, active) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET roles = excluded.roles, areas = excluded.areas, active = excluded.active`,
      [actorId, roles, areas, active],
    );
  }

  /** Stores the name of a member of staff; what they may do comes from the issuer’s events, or from their token where there was none. */
  async remember(tx: Tx, { id, name, roles, areas }: Actor): Promise<Officer> {
    await tx.query(
      `INSERT INTO officers (id, name, roles, areas, active) VALUES ($1, $2, $3, $4, true)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE officers.name IS DISTINCT FROM excluded.name`,
      [id, name, roles.filter((role) => Role.safeParse(role).success), areas],
    );
    return { id, name };
  }

  /** Returns the officer, if such a case in such an area is theirs to work on. Throws `OfficerUnknown`, `OfficerNotEligible`. */
  async get(tx: Tx, id: string, { areaCode, sensitive }: { areaCode: string; sensitive: boolean }): Promise<Officer> {
    const officer = await tx.findOneBy(OfficerEntity, { id });
    if (!officer) throw new OfficerUnknown();
    const role: Role = sensitive ? 'sensitive-officer' : 'grievance-officer';
    const isFit = officer.active && officer.roles.includes(role) && anyAreaContains(officer.areas, areaCode);
    if (!isFit) throw new OfficerNotEligible();
    return { id, name: officer.name ?? id };
  }
}
