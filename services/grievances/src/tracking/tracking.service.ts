import { Injectable } from '@nestjs/common';
import { InvalidValue, parseTrackingNumber } from '@janela/kernel';
import type { Tracking } from '@janela/contracts';
import { Clock, Database, InjectConfig, known, type Tx } from '@janela/platform';

import { AppealDeadlines } from '../cases/appeal-deadlines.ts';
import { withSensitiveAccess } from '../cases/case-access.ts';
import { CaseEntity } from '../cases/case.entity.ts';
import type { GrievancesConfig } from '../grievances.config.ts';
import { NumberUnknown, TooManyGuesses } from '../grievances.errors.ts';
import { system } from '../system.ts';
import { addressOf, type Origin } from './caller.ts';
import { Guesses } from './guesses.ts';

/** Shows what anyone who has the number of a case may see. */
@Injectable()
export class TrackingService {
  private readonly guesses: Guesses;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: AppealDeadlines,
    @InjectConfig() private readonly config: GrievancesConfig,
  ) {
    this.guesses = new Guesses(config.JANELA_TRACKING_MISSES);
  }

  /** A number that is malformed and one that no case has are looked up alike, and get the same answer. Throws `NumberUnknown`. */
  async track(origin: Origin, given: string): Promise<Tracking> {
    const now = this.clock.now().getTime();
    const address = addressOf(origin, this.config.JANELA_PROXY_HOPS);
    const wait = this.guesses.waitSeconds(address, now);
    if (wait > 0) throw new TooManyGuesses(undefined, { headers: { 'retry-after': String(wait) } });
    const found = await this.find(readable(given));
    if (found) return found;
    this.guesses.miss(address, now);
    throw new NumberUnknown();
  }

  private find(number: string): Promise<Tracking | undefined> {
    return this.database.read(system, (tx) => withSensitiveAccess(tx, () => this.tracking(tx, number)));
  }

  /** By one rule for every case: that nothing can be appealed against must not say that the case is a sensitive one. */
  private async tracking(tx: Tx, number: string): Promise<Tracking | undefined> {
    const row = await tx.findOneBy(CaseEntity, { number });
    return row ? toTracking(row, await this.deadlines.findUntil(tx, row)) : undefined;
  }
}

/** Returns the number as it is stored; what is none is looked up as it came, and not found. */
function readable(given: string): string {
  try {
    return parseTrackingNumber(given);
  } catch (error) {
    if (error instanceof InvalidValue) return given;
    throw error;
  }
}

function toTracking(
  { number, state, filedAt, resolveBy, resolvedAt }: CaseEntity,
  appealUntil: Date | undefined,
): Tracking {
  return {
    number,
    state,
    filedAt: filedAt.toISOString(),
    resolveBy: resolveBy.toISOString(),
    ...known({ resolvedAt: resolvedAt?.toISOString(), appealUntil: appealUntil?.toISOString() }),
  };
}
