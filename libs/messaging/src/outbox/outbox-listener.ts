import pg from 'pg';
import type { DataSource } from 'typeorm';

const reconnectMs = 1_000;

/** A connection that only listens. A notification is a hint: the relay that waits here also wakes up by itself. */
export class OutboxListener {
  private client?: pg.Client | undefined;
  private retry?: NodeJS.Timeout | undefined;
  private stopped = false;
  private notified = false;
  private wake: () => void = () => undefined;

  constructor(private readonly database: DataSource) {}

  async start(): Promise<void> {
    const client = (this.client = new pg.Client({
      ...connectionOf(this.database),
      application_name: 'janela-outbox-listener',
    }));
    const again = () => this.reconnect(client);
    client
      .on('error', again)
      .on('end', again)
      .on('notification', () => this.notify());
    try {
      await client.connect();
      await client.query('LISTEN outbox');
    } catch {
      again();
    }
  }

  /** Resolves at the next notification (at once if one came since the last wait), or after `ms`. */
  async wait(ms: number): Promise<void> {
    if (!this.notified && !this.stopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.notified = false;
    this.wake = () => undefined;
  }

  notify(): void {
    this.notified = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    this.notify();
    await this.client?.end().catch(() => undefined);
  }

  private reconnect(lost: pg.Client): void {
    if (this.stopped || lost !== this.client || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void lost.end().catch(() => undefined);
      void this.start();
    }, reconnectMs);
  }
}

/** The same server, database and role as the pool's, whichever way those were given. */
function connectionOf({ options }: DataSource): pg.ClientConfig {
  if (options.type !== 'postgres') throw new Error('The outbox lives in Postgres');
  const { url, host, port, username, password, database } = options;
  if (url) return { connectionString: url };
  return { host, port, user: username, password: typeof password === 'string' ? password : undefined, database };
}
