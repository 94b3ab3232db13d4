import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import { type Actor, Audit, Cipher, Database, type Tx } from '@janela/platform';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { IsNull } from 'typeorm';

import { system } from '../system.ts';
import { lifetimes } from '../records/lifetimes.ts';
import { KeyEntity, type KeyPurpose, keyPurposes } from './key.entity.ts';
import { inUse, orderlyRotation, type Rotation, rotationAfterTheft } from './key-ring.ts';

/** What the issuer signs with at the moment, the first of each being the one that signs. */
export interface KeysInUse {
  readonly signing: readonly JWK[];
  readonly cookies: readonly string[];
  /** Changes whenever anything above does. */
  readonly mark: string;
}

type Key = Omit<KeyEntity, 'createdAt'>;

export const signingAlgorithm = 'ES256';

const sealPurpose = 'identity.key';

/** The keys of the issuer: made once, kept encrypted, changed without a restart. */
@Injectable()
export class KeysService {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
  ) {}

  /** The keys in use, made now if there are none. Any number of instances may ask at once; one makes them. */
  async current(): Promise<KeysInUse> {
    const { keys, now } = await this.database.write(system, (tx) => this.findOrMake(tx));
    const of = (purpose: KeyPurpose) =>
      inUse(
        keys.filter((key) => key.purpose === purpose),
        now,
      );
    const [signing, cookies] = [of('signing'), of('cookies')];
    return {
      signing: signing.map((key) => JSON.parse(this.open(key)) as JWK),
      cookies: cookies.map((key) => this.open(key)),
      mark: [...signing, ...cookies].map((key) => key.id).join(' '),
    };
  }

  /** Changes all keys in good order: tokens and sessions that are out there stay good until they expire. */
  rotate(actor: Actor): Promise<void> {
    return this.rotateBy(actor, 'keys.rotated', (now) => orderlyRotation(now, lifetimes.session * 1_000));
  }

  /** Changes all keys because one was stolen: every token and session that is out there is worthless at once. */
  rotateAfterTheft(actor: Actor): Promise<void> {
    return this.rotateBy(actor, 'keys.revoked', rotationAfterTheft);
  }

  /** Forgets keys whose time is over. Returns how many. */
  async forgetRetired(): Promise<number> {
    const { affected } = await this.database.write(system, (tx) =>
      tx.createQueryBuilder().delete().from(KeyEntity).where('retires_at < now()').execute(),
    );
    return affected ?? 0;
  }

  private rotateBy(actor: Actor, action: string, plan: (now: Date) => Rotation): Promise<void> {
    return this.database.write(actor, async (tx) => {
      const { now } = await this.findOrMake(tx);
      const { activeFrom, oldRetireAt } = plan(now);
      const made = [await this.make('signing', activeFrom), await this.make('cookies', activeFrom)];
      await tx.update(KeyEntity, { retiresAt: IsNull() }, { retiresAt: oldRetireAt });
      await tx.insert(KeyEntity, made);
      await this.audit.add(tx, actor, {
        action,
        subject: `keys:${made.map(({ id }) => id).join(' ')}`,
        details: { activeFrom },
      });
    });
  }

  private async findOrMake(tx: Tx): Promise<{ keys: Key[]; now: Date }> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [sealPurpose]);
    // The database's clock, read after the wait for the lock: instances whose clocks differ agree on which key signs.
    const [clock] = await tx.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
    invariant(clock, 'the database knows the time');
    const found = await tx.find(KeyEntity);
    const missing = keyPurposes.filter((purpose) => !found.some((key) => key.purpose === purpose));
    const made = await Promise.all(missing.map((purpose) => this.make(purpose, clock.now)));
    if (made.length > 0) await tx.insert(KeyEntity, made);
    return { keys: [...found, ...made], now: clock.now };
  }

  private async make(purpose: KeyPurpose, activeFrom: Date): Promise<Key> {
    const { id, secret } = await (purpose === 'signing' ? newSigningKey() : newCookieKey());
    return { id, purpose, sealed: this.cipher.seal(sealPurpose, secret, id), activeFrom, retiresAt: null };
  }

  private open({ id, sealed }: Key): string {
    return this.cipher.open(sealPurpose, sealed, id);
  }
}

async function newSigningKey(): Promise<{ id: string; secret: string }> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { id: kid, secret: JSON.stringify({ ...jwk, kid, alg: signingAlgorithm, use: 'sig' }) };
}

function newCookieKey(): { id: string; secret: string } {
  return { id: `cookies-${randomBytes(9).toString('base64url')}`, secret: randomBytes(32).toString('base64url') };
}
