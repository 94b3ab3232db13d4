import { Controller, Get, Query } from '@nestjs/common';
import {
  LedgerAccount,
  LedgerTransaction,
  TrialBalance,
  items,
  page,
  ListTransactions,
  type Page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor } from '@janela/platform';

import { LedgerReader } from './ledger-reader.ts';

@Controller('v1/ledger')
@Allow('ledger.read')
export class LedgerController {
  constructor(private readonly ledger: LedgerReader) {}

  @Get('accounts')
  @Answers(items(LedgerAccount))
  accounts(@CurrentActor() actor: Actor): Promise<{ items: LedgerAccount[] }> {
    return this.ledger.accounts(actor);
  }

  @Get('transactions')
  @Answers(page(LedgerTransaction))
  transactions(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListTransactions }) query: ListTransactions,
  ): Promise<Page<LedgerTransaction>> {
    return this.ledger.transactions(actor, query);
  }

  @Get('trial-balance')
  @Answers(TrialBalance)
  trialBalance(@CurrentActor() actor: Actor): Promise<TrialBalance> {
    return this.ledger.trialBalance(actor);
  }
}
