import { Logger } from '@nestjs/common';
import type { redisTls } from '@janela/platform';
import { Redis } from 'ioredis';

const connectTimeoutMs = 5_000;

/** Redis cannot be used for jobs; the message says what to do. */
export class RedisNotUsable extends Error {
  override readonly name = 'RedisNotUsable';
}

/** Refuses, before anything relies on it, a Redis that does not answer or that may throw away what it was given. */
export async function checkRedis(url: string, tls: ReturnType<typeof redisTls> = {}): Promise<void> {
  const once = {
    ...tls,
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: connectTimeoutMs,
    disconnectTimeout: 0,
  };
  const probe = new Redis(url, once);
  // The call itself only says that the connection is closed.
  let reason: unknown;
  probe.on('error', (error) => (reason = error));
  try {
    await probe.connect().catch((error: unknown) => {
      throw new RedisNotUsable(
        `Redis does not answer at ${hostOf(url)} (${messageOf(reason ?? error)}): start it, or set JANELA_REDIS_URL.`,
      );
    });
    const policy = await policyOf(probe);
    if (policy !== 'noeviction') {
      throw new RedisNotUsable(
        `Redis at ${hostOf(url)} may throw jobs away (maxmemory-policy ${policy}): set maxmemory-policy to noeviction.`,
      );
    }
  } finally {
    probe.disconnect();
  }
}

/** Some hosts do not let their tenants read the setting; then it is theirs to get right. */
async function policyOf(redis: Redis): Promise<string> {
  try {
    const [, policy = 'noeviction'] = (await redis.config('GET', 'maxmemory-policy')) as string[];
    return policy;
  } catch (error) {
    new Logger('Jobs').warn(`Redis does not say its maxmemory-policy (${messageOf(error)}); it must be noeviction`);
    return 'noeviction';
  }
}

/** Without the password that the address may hold. */
function hostOf(url: string): string {
  return new URL(url).host;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
