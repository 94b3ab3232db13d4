import { Injectable } from '@nestjs/common';
import { ContributionReversed, type Contribution, type ReverseContribution } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, Database } from '@janela/platform';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { ContributionNotFound, ContributionReversed as AlreadyReversed } from '../payments.errors.ts';
import { ContributionEntity } from './contribution.entity.ts';
import { factsOf, toContribution } from './to-contribution.ts';

/** Reverses a contribution, which does not count after all, by a ledger transaction of its own. */
@Injectable()
export class ReverseContributionService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  reverse(actor: Actor, id: string, { reason }: ReverseContribution): Promise<Contribution> {
    return this.database.write(actor, async (tx) => {
      const contribution = await tx.findOne(ContributionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!contribution) throw new ContributionNotFound();
      if (contribution.reversedAt) throw new AlreadyReversed();
      const reversal = { reversedAt: this.clock.now(), reversedBecause: reason, version: contribution.version + 1 };
      await tx.update(ContributionEntity, { id }, reversal);
      const { programme, channel, amountMinor, currency } = contribution;
      const entries = transfer(accounts.collected(channel), accounts.contributions(programme), amountMinor);
      const about = { contributionId: id };
      await this.ledger.post(tx, actor.id, [{ what: 'contribution_reversed', about, currency, entries }]);
      await this.outbox.add(tx, ContributionReversed, { ...factsOf(contribution), reason });
      const subject = `contribution:${id}`;
      await this.audit.add(tx, actor, { action: 'contribution.reversed', subject, details: { reason } });
      return toContribution({ ...contribution, ...reversal });
    });
  }
}
