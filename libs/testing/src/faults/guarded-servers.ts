import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  downloads,
  freePort,
  type GuardedKafka,
  prepareKafka,
  preparePostgres,
  temporaryFolder,
  thisMachine,
} from '@janela/servers';
import { ProcessSupervisor, ServerProcess } from '@janela/supervisor';
import { Redis } from 'ioredis';

/** The first user of a guarded broker, who may do everything. */
export const administrator = { name: 'admin', password: 'of-the-broker' };

/** Servers that speak TLS and ask who everybody is, as in production; started when asked for, one by one. */
export class GuardedServers {
  private readonly supervisor = new ProcessSupervisor();
  private readonly folder = temporaryFolder(this.supervisor);
  /** The file of the authority that signed the servers' certificate, which is for localhost and 127.0.0.1. */
  readonly authority = join(this.folder, 'ca.pem');
  private readonly key = join(this.folder, 'server.key');
  private readonly certificate = join(this.folder, 'server.pem');

  constructor() {
    const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' });
    const quick = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl('req', '-x509', ...quick, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=A test');
    openssl('req', ...quick, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
    writeFileSync(join(this.folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
    openssl('x509', '-req', '-in', 'server.csr', ...signing, '-out', 'server.pem');
  }

  /** A Kafka with these users beside the administrator; none of them may do anything yet. Answers its brokers. */
  async kafka(users: GuardedKafka['users']): Promise<string[]> {
    const [port, controllerPort] = [await freePort(), await freePort()];
    const keyStore = join(this.folder, 'broker.pem');
    writeFileSync(keyStore, readFileSync(this.key, 'utf8') + readFileSync(this.certificate, 'utf8'));
    const { name: username, password } = administrator;
    const server = await prepareKafka({
      data: temporaryFolder(this.supervisor),
      port,
      controllerPort,
      cache: downloads,
      supervisor: this.supervisor,
      machine: thisMachine(),
      log: () => undefined,
      guarded: {
        keyStore,
        trustStore: this.authority,
        users: [administrator, ...users],
        client: {
          ssl: { ca: [readFileSync(this.authority, 'utf8')] },
          sasl: { mechanism: 'scram-sha-512', username, password },
        },
      },
    });
    await server.start();
    return [`127.0.0.1:${port}`];
  }

  /** A Redis that wants TLS and this password. Answers its port. */
  async redis(password: string): Promise<number> {
    const port = await freePort();
    const tls = ['--tls-cert-file', this.certificate, '--tls-key-file', this.key, '--tls-ca-cert-file', this.authority];
    const args = ['--port', '0', '--tls-port', String(port), ...tls, '--tls-auth-clients', 'no'];
    const isReady = async () => {
      const redis = new Redis({ port, password, lazyConnect: true, tls: { rejectUnauthorized: false } });
      redis.on('error', () => undefined);
      return redis
        .ping()
        .then((said) => said === 'PONG')
        .finally(() => redis.disconnect());
    };
    const how = { name: 'Redis', command: 'redis-server', stopSignal: 'SIGTERM', crashSignal: 'SIGKILL' } as const;
    const logFile = join(this.folder, 'redis.log');
    const more = ['--requirepass', password, '--save', '', '--dir', this.folder];
    await new ServerProcess({ ...how, args: [...args, ...more], logFile, isReady }, this.supervisor).start();
    return port;
  }

  /** A Postgres that speaks TLS. Answers its port. */
  async postgres(): Promise<number> {
    const port = await freePort();
    const tls = { certificate: this.certificate, key: this.key };
    const data = temporaryFolder(this.supervisor);
    await (await preparePostgres({ data, port, durable: false, supervisor: this.supervisor, tls })).start();
    return port;
  }

  /** Stops them all and deletes their data. */
  async drop(): Promise<void> {
    await this.supervisor.end();
  }
}
