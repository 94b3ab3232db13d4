import pg from 'pg';

/** A statement with its values, as it went to the database. */
export interface Statement {
  text: string;
  values: unknown[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Writes down every transaction that this process sends to Postgres, statement by statement, until `stop`. */
export class Recorder {
  readonly transactions: Statement[][] = [];
  private readonly open = new Map<pg.Client, Statement[]>();
  private readonly original = pg.Client.prototype.query as Query;

  constructor() {
    const note = (client: pg.Client, args: unknown[]) => this.note(client, args);
    const { original } = this;
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      note(this, args);
      return original.apply(this, args);
    } as typeof pg.Client.prototype.query;
  }

  stop(): void {
    pg.Client.prototype.query = this.original as typeof pg.Client.prototype.query;
  }

  private note(client: pg.Client, [first, second]: unknown[]): void {
    const text = typeof first === 'string' ? first : (first as { text?: string }).text;
    if (text === undefined) return;
    if (text.startsWith('START TRANSACTION')) this.open.set(client, []);
    const statements = this.open.get(client);
    statements?.push({ text, values: Array.isArray(second) ? [...(second as unknown[])] : [] });
    if (text === 'COMMIT' && statements) this.transactions.push(statements);
    if (text === 'COMMIT' || text === 'ROLLBACK') this.open.delete(client);
  }
}

/** Sends transactions as they were written down, over so many connections at once; answers the seconds that it took. */
export async function replay(url: string, transactions: readonly Statement[][], connections: number): Promise<number> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const waiting = transactions.values();
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (const statements of waiting) for (const { text, values } of statements) await client.query(text, values);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return seconds;
}
