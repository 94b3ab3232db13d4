import { Injectable } from '@nestjs/common';
import { Clock, inEveryArea, type Tx } from '@janela/platform';

import type { KnownProgramme } from '../programmes/rule-version.ts';
import { system } from '../system.ts';
import { EnrolmentWriter } from './enrolment-writer.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import type { QuotaKey } from './quota.ts';
import type { Transition } from './transition.ts';
import { findQuotasOfWaiting } from './find-twice.ts';

/** Gives free places to enrolments that wait. */
@Injectable()
export class QuotaFiller {
  constructor(
    private readonly quotas: QuotaAllocator,
    private readonly writer: EnrolmentWriter,
    private readonly clock: Clock,
  ) {}

  /** Gives the free places of quotas that are locked to those first in the published order, in whichever area they live. */
  async fill(tx: Tx, programme: KnownProgramme, keys: readonly QuotaKey[]): Promise<void> {
    const transition: Transition = { reason: 'place_free', from: this.clock.today() };
    await inEveryArea(tx, async () => {
      for (const key of keys) {
        for (;;) {
          if (!(await this.quotas.findNext(tx, key))) break;
          await this.quotas.lockProgramme(tx, key);
          const enrolment = await this.quotas.findNext(tx, key);
          if (!enrolment || !(await this.quotas.allocate(tx, key))) break;
          await this.writer.begin(tx, system, { enrolment, programme }, transition);
        }
      }
    });
  }

  /**
   * Gives free places to those of the same official number who were passed over because of an enrolment, in whichever quota
   * they wait.
   */
  async fillForOthers(tx: Tx, programme: KnownProgramme, { id }: EnrolmentEntity): Promise<void> {
    const keys = await findQuotasOfWaiting(tx, [id]);
    await this.quotas.lock(tx, keys);
    await this.fill(tx, programme, keys);
  }
}
