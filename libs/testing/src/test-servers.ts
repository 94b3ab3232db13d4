import { givenAddresses, type Addresses } from '@janela/servers';

/** The real servers of this test run. Jest has started them, or was given them by the environment. */
export function testServers(): Addresses {
  const { postgresUrl, redisUrl, kafkaBrokers } = givenAddresses(process.env);
  if (postgresUrl && redisUrl && kafkaBrokers) return { postgresUrl, redisUrl, kafkaBrokers };
  throw new Error(
    'No servers: a spec that needs them lives in <project>/test, and is run by Jest as the project `service`.',
  );
}
