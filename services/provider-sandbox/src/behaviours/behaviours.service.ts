import { Injectable } from '@nestjs/common';
import { SandboxOutcome, type SandboxBehaviours, type SetBehaviours } from '@janela/contracts';
import { type Actor, Audit, Database, type Tx } from '@janela/platform';
import { z } from 'zod';

interface Row {
  about: 'account' | 'amount' | 'otherwise';
  value: string;
  outcome: SandboxOutcome;
}

/** What to do with an instruction, by its amount and by the end of its account. */
export type Choose = (instruction: { amountMinor: number; account?: string | undefined }) => SandboxOutcome;

const endingLength = 2;

/** How the pretend company behaves; a demonstration or a test may change it at any time. */
@Injectable()
export class BehavioursService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<SandboxBehaviours> {
    return this.database.read(actor, async (tx) => toBehaviours(await readRows(tx)));
  }

  /** Holds for instructions that arrive from now on. */
  set(actor: Actor, { behaviours = [], otherwise }: SetBehaviours): Promise<SandboxBehaviours> {
    const rows = behaviours.map((one) =>
      'amountMinor' in one
        ? ['amount', String(one.amountMinor), one.outcome]
        : ['account', one.accountEnding, one.outcome],
    );
    if (otherwise) rows.push(['otherwise', '', otherwise]);
    return this.database.write(actor, async (tx) => {
      for (const row of rows) {
        await tx.query(
          `INSERT INTO behaviours (about, value, outcome) VALUES ($1, $2, $3)
           ON CONFLICT (about, value) DO UPDATE SET outcome = excluded.outcome`,
          row,
        );
      }
      await this.audit.add(tx, actor, { action: 'behaviours.set', subject: 'behaviours:all', details: { rows } });
      return toBehaviours(await readRows(tx));
    });
  }

  /** The rules as they are now: an amount goes before an account. */
  async chooser(tx: Tx): Promise<Choose> {
    const rules = new Map((await readRows(tx)).map(({ about, value, outcome }) => [`${about} ${value}`, outcome]));
    return ({ amountMinor, account = '' }) =>
      rules.get(`amount ${amountMinor}`) ??
      rules.get(`account ${account.slice(-endingLength)}`) ??
      rules.get('otherwise ') ??
      'paid';
  }
}

async function readRows(tx: Tx): Promise<Row[]> {
  const rows = await tx.query<unknown[]>('SELECT about, value, outcome FROM behaviours ORDER BY about, value');
  return z
    .array(z.object({ about: z.enum(['account', 'amount', 'otherwise']), value: z.string(), outcome: SandboxOutcome }))
    .parse(rows);
}

function toBehaviours(rows: readonly Row[]): SandboxBehaviours {
  const behaviours = rows
    .filter(({ about }) => about !== 'otherwise')
    .map(({ about, value, outcome }) =>
      about === 'account' ? { accountEnding: value, outcome } : { amountMinor: Number(value), outcome },
    );
  return { behaviours, otherwise: rows.find(({ about }) => about === 'otherwise')?.outcome ?? 'paid' };
}
