import { Injectable } from '@nestjs/common';
import type { SdgQuery, SdgTable } from '@janela/contracts';
import { readProjection } from '@janela/messaging';
import { type Actor, Database, InjectConfig, type Tx } from '@janela/platform';

import { coverage } from '../coverage/coverage.ts';
import { currentDenominators } from '../denominators/denominators.service.ts';
import type { ReportingConfig } from '../reporting.config.ts';
import { system } from '../system.ts';
import { coveredPeople, schemesInForce, writtenOut } from './covered-people.sql.ts';
import { type AreaAndDay, AreasAndDaysService } from './areas-and-days.service.ts';
import type { BySex, Counted, Scheme } from './counted.ts';
import { sdgRows } from './sdg-rows.ts';

/** The age at which working age begins, by the definition of the ILO. */
const workingAge = 15;

/** Computes SDG 1.3.1 from the read model. */
@Injectable()
export class SdgService {
  constructor(
    private readonly database: Database,
    private readonly areasAndDays: AreasAndDaysService,
    @InjectConfig() private readonly config: ReportingConfig,
  ) {}

  async getTable(actor: Actor, { areaCode, asOf }: Omit<SdgQuery, 'format'>): Promise<SdgTable> {
    const asked = { areaCode: this.areasAndDays.reached(actor, areaCode), asOf: this.areasAndDays.notFuture(asOf) };
    // A person lives where the last event says, in whatever area: an area policy would still count a household that moved away.
    // The area that was asked for has been checked above, and only sums are returned.
    return this.database.read(system, (tx) => this.compute(tx, asked));
  }

  /** Returns the table as of an open transaction, which becomes one of repeatable reads: this must be its first statement. */
  async compute(tx: Tx, { areaCode, asOf }: AreaAndDay): Promise<SdgTable> {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const version = await readProjection(tx, coverage.name);
    await this.areasAndDays.mustBeKnown(tx, { areaCode, asOf });
    const ages = { pension: this.config.JANELA_PENSION_AGE, child: this.config.JANELA_CHILD_AGE };
    const binds = {
      area: areaCode,
      day: asOf,
      pension_age: ages.pension,
      child_age: ages.child,
      working_age: workingAge,
      minimum_cell: this.config.JANELA_MINIMUM_CELL,
    };
    const counts = await tx.query<({ series: string } & BySex)[]>(coveredPeople, Object.values(binds));
    const counted: Counted = {
      areaCode,
      asOf,
      ages,
      schemes: await tx.query<Scheme[]>(schemesInForce.replaceAll('$2', '$1'), [asOf]),
      people: new Map(counts.map(({ series, ...bySex }) => [series, bySex])) as Counted['people'],
      denominators: await currentDenominators(tx),
      query: writtenOut(coveredPeople, binds, `${coverage.name}_v${version}`),
    };
    return { items: sdgRows(counted), asOf, areaCode };
  }
}
