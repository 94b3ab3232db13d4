import { createHmac, randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, Database, deriveKey, InjectConfig, type Tx } from '@janela/platform';
import { In } from 'typeorm';

import { system } from '../system.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { emailOf } from '../people/people.service.ts';
import { networkOf } from './network.ts';
import { KnownDeviceEntity, ThrottleEntity } from './throttle.entity.ts';
import { afterFailure, afterSuccess, blockedUntil, freeFailures, type ThrottleKind } from './throttle.ts';

/** A sign-in that is tried. */
export interface Attempt {
  /** As typed; there may be no such person. */
  readonly email: string;
  readonly address: string;
  /** What the browser's cookie says, which may be made up. */
  readonly deviceId: string | undefined;
}

/**
 * Either the password may be checked, or nothing may be before this instant. `blocks` is whose next attempts have to wait if this
 * one does not fit.
 */
export type Admission =
  | { readonly admitted: true; readonly blocks: readonly ThrottleKind[] }
  | { readonly admitted: false; readonly until: Date };

const forgetThrottlesAfter = '1 day';
const forgetDevicesAfter = '180 days';

/**
 * Makes guessing passwords slow without letting one person lock another out for good: unknown browsers only ever make unknown
 * browsers wait. A browser in which the person has signed in before is counted by itself (OWASP's device cookies).
 */
@Injectable()
export class AttemptsService {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @InjectConfig() config: IdentityConfig,
  ) {
    this.key = deriveKey(config.JANELA_INDEX_KEY, 'identity.sign-in');
  }

  /** Counts the attempt as a failure before it is checked, so that many at once count as many. `succeeded` takes it back. */
  admit(attempt: Attempt): Promise<Admission> {
    return this.database.write(system, async (tx) => {
      const now = this.clock.now();
      const keys = await this.keysOf(tx, attempt);
      const throttles = await lock(tx, [...keys.keys()]);

      const waits = throttles.map((throttle) => blockedUntil(throttle, now)).filter((until) => until !== undefined);
      const [until] = waits.sort((a, b) => b.getTime() - a.getTime());
      if (until) return { admitted: false, until };

      const counted = [...keys].map(([key, kind]) => {
        const throttle = throttles.find((one) => one.key === key);
        return { key, ...afterFailure(throttle, freeFailures[kind], now) };
      });
      await tx.upsert(ThrottleEntity, counted, ['key']);
      const blocks = counted
        .filter(({ blockedUntil: wait }) => wait !== null)
        .map(({ key }) => keys.get(key) ?? 'pair');
      return { admitted: true, blocks };
    });
  }

  /** Takes the count back and remembers the browser. Returns the id that its cookie is to hold. */
  succeeded(attempt: Attempt): Promise<string> {
    return this.database.write(system, async (tx) => {
      const keys = await this.keysOf(tx, attempt);
      for (const throttle of await lock(tx, [...keys.keys()])) {
        const left = afterSuccess(keys.get(throttle.key) ?? 'pair', throttle);
        await (left ? tx.update(ThrottleEntity, throttle.key, left) : tx.delete(ThrottleEntity, throttle.key));
      }
      const deviceId = isDeviceId(attempt.deviceId) ? attempt.deviceId : randomBytes(24).toString('base64url');
      const mark = this.mark('device', emailOf(attempt.email), deviceId);
      await tx.upsert(KnownDeviceEntity, { mark, lastUsedAt: this.clock.now() }, ['mark']);
      return deviceId;
    });
  }

  /** Forgets what is too old to matter. Returns how many rows. */
  async forgetOld(): Promise<number> {
    return this.database.write(system, async (tx) => {
      const throttles = await remove(tx, ThrottleEntity, 'last_failed_at', forgetThrottlesAfter);
      return throttles + (await remove(tx, KnownDeviceEntity, 'last_used_at', forgetDevicesAfter));
    });
  }

  private async keysOf(tx: Tx, { email: typed, address, deviceId }: Attempt): Promise<Map<string, ThrottleKind>> {
    const email = emailOf(typed);
    const network = networkOf(address);
    if (isDeviceId(deviceId)) {
      const mark = this.mark('device', email, deviceId);
      if (await tx.existsBy(KnownDeviceEntity, { mark })) return new Map([[mark, 'device']]);
    }
    return new Map([
      [this.mark('pair', email, network), 'pair'],
      [this.mark('person', email), 'person'],
      [this.mark('address', network), 'address'],
    ]);
  }

  private mark(kind: ThrottleKind, ...parts: string[]): string {
    return `${kind}:${createHmac('sha256', this.key)
      .update(JSON.stringify([kind, ...parts]))
      .digest('base64url')}`;
  }
}

/** Locks the rows in one order everywhere, so that two attempts never wait for each other in a circle. */
async function lock(tx: Tx, keys: string[]): Promise<ThrottleEntity[]> {
  // A row that does not exist cannot be locked; two first attempts at once must still follow each other.
  for (const key of [...keys].sort()) await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  return tx.findBy(ThrottleEntity, { key: In(keys) });
}

function isDeviceId(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{32}$/.test(text);
}

async function remove(
  tx: Tx,
  entity: typeof ThrottleEntity | typeof KnownDeviceEntity,
  column: string,
  age: string,
): Promise<number> {
  const old = `${column} < now() - interval '${age}'`;
  const { affected } = await tx.createQueryBuilder().delete().from(entity).where(old).execute();
  return affected ?? 0;
}
