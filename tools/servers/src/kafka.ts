import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import kafkajs from 'kafkajs';

import { type ProcessSupervisor, userErrorOf, runToEnd, type Log, ServerProcess } from '@janela/supervisor';

import { serverFolder } from './data-folder.ts';
import { kafkaJars } from './kafka-jars.ts';
import type { KafkaSecurity } from './kafka-security.ts';
import { requireJava, type Machine } from './programs.ts';

export type KafkaOptions = {
  data: string;
  port: number;
  controllerPort: number;
  /** Where clients are sent, if not to `port`: a proxy that stands in front. */
  advertisedPort?: number;
  /** Where downloaded jars are kept; shared by every broker of this checkout. */
  cache: string;
  supervisor: ProcessSupervisor;
  machine: Machine;
  log: Log;
  /** For a broker that speaks TLS and asks who everybody is. */
  guarded?: GuardedKafka;
};

/** The certificate of a guarded broker and its users; the first one may do everything. */
export type GuardedKafka = {
  /** A file with the broker's key and certificate, and one with the authority's. */
  keyStore: string;
  trustStore: string;
  users: { name: string; password: string }[];
  client: KafkaSecurity;
};

const logging = fileURLToPath(new URL('../kafka/log4j2.xml', import.meta.url));

/** One broker that is its own controller, with nothing to replicate to. The same in docker-compose.yml. */
export const brokerSettings = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.listener.names': 'CONTROLLER',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  // A topic exists because infra/kafka/topics.json says so, never because a name was mistyped.
  'auto.create.topics.enable': 'false',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '8',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  // Groups here are small and start together: waiting for more members only makes starting slow.
  'group.initial.rebalance.delay.ms': '0',
  // Ours are far smaller. A consumer must cope with more than it likes, so the broker lets more through.
  'message.max.bytes': '8388608',
  'log.cleaner.dedupe.buffer.size': '16777216',
};

/** Kafka in KRaft mode, with its folder formatted the first time, ready to be started. */
export async function prepareKafka(options: KafkaOptions): Promise<ServerProcess> {
  const { data, port, cache, supervisor, machine, log } = options;
  const java = await requireJava(machine, log);
  const jars = join(await kafkaJars(cache, machine, supervisor, log), '*');
  const properties = join(data, 'kafka.properties');
  const write = (logs: string) =>
    writeFileSync(properties, propertiesFile({ ...brokerSettings, ...places(options, logs), ...guards(options) }));
  const initialise = async (at: string) => {
    write(at);
    await format({ java, jars, properties, users: options.guarded?.users }, supervisor);
  };
  const folder = await serverFolder({ data, name: 'kafka', proof: 'meta.properties', initialise }, supervisor);
  write(folder);
  const memory = ['-Xms256m', '-Xmx512m'];
  const args = [...memory, `-Dlog4j2.configurationFile=file:${logging}`, '-cp', jars, 'kafka.Kafka', properties];
  const logFile = join(data, 'log', 'kafka.log');
  const signals = { stopSignal: 'SIGTERM', crashSignal: 'SIGKILL' } as const;
  const isReady = () => serves(port, options.guarded?.client);
  return new ServerProcess({ name: 'Kafka', command: java, args, logFile, isReady, ...signals }, supervisor);
}

const places = ({ port, controllerPort, advertisedPort }: KafkaOptions, logs: string) => ({
  listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertisedPort ?? port}`,
  'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
  'log.dirs': logs,
});

/** Who may do what is asked of Kafka's own authoriser; the controller is reached from this machine only. */
const guards = ({ port, controllerPort, advertisedPort, guarded }: KafkaOptions): Record<string, string> => {
  if (!guarded) return {};
  const { keyStore, trustStore, users } = guarded;
  const [{ name, password } = { name: '', password: '' }] = users;
  const login = 'org.apache.kafka.common.security.scram.ScramLoginModule required';
  return {
    listeners: `SASL_SSL://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `SASL_SSL://127.0.0.1:${advertisedPort ?? port}`,
    'listener.security.protocol.map': 'SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'SASL_SSL',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
    'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': `${login} username="${name}" password="${password}";`,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': keyStore,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': trustStore,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${name};User:ANONYMOUS`,
  };
};

const propertiesFile = (entries: Record<string, string>): string =>
  Object.entries(entries)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '\\\\')}\n`)
    .join('');

interface FormatOptions {
  java: string;
  jars: string;
  properties: string;
  users?: readonly { name: string; password: string }[] | undefined;
}

async function format(
  { java, jars, properties, users = [] }: FormatOptions,
  supervisor: ProcessSupervisor,
): Promise<void> {
  // Kafka takes an id that begins with a dash for an option; one that begins with J does not.
  const clusterId = `J${randomBytes(16).toString('base64url').slice(1)}`;
  const tool = [`-Dlog4j2.configurationFile=file:${logging}`, '-cp', jars, 'kafka.tools.StorageTool'];
  const args = [...tool, 'format', '--cluster-id', clusterId, '--config', properties];
  for (const { name, password } of users) args.push('--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`);
  const { ok, said } = await runToEnd(java, args, supervisor);
  if (!ok) throw userErrorOf(said, 'Kafka could not make its folder', dirname(properties));
}

async function serves(port: number, security: KafkaSecurity = {}): Promise<boolean> {
  const admin = new kafkajs.Kafka({
    brokers: [`127.0.0.1:${port}`],
    ...security,
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 0 },
    connectionTimeout: 1000,
  }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}
