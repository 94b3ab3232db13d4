import { createHash, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { AccessChanged, Role } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Clock, Database, type Tx } from '@janela/platform';

import { system } from '../system.ts';
import { ClientIdTaken, NoSuchClient } from '../identity.errors.ts';
import { mustBeCompatible } from '../roles/must-be-compatible.ts';
import { ClientEntity } from './client.entity.ts';

/** What the tokens of a machine say about it. */
export type Machine = Pick<ClientEntity, 'id' | 'name' | 'roles' | 'areas' | 'secretHash'>;

export interface NewClient {
  id: string;
  name: string;
  roles: readonly Role[];
  areas: readonly string[];
}

const plainId = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Machines that ask for tokens in their own name. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The client with this id, unless it is switched off. Any text may be asked for. */
  async findActive(id: string): Promise<Machine | undefined> {
    if (!plainId.test(id)) return undefined;
    return this.database.read(system, async (tx) => {
      const client = await tx.findOneBy(ClientEntity, { id });
      return client && client.disabledAt === null ? client : undefined;
    });
  }

  /** Adds a client and gives its secret, which is kept nowhere else. Throws `ClientIdTaken` or `RolesIncompatible`. */
  async add(actor: Actor, client: NewClient): Promise<string> {
    mustBeCompatible(client.roles);
    const secret = randomBytes(32).toString('base64url');
    await this.database.write(actor, async (tx) => {
      if (await tx.existsBy(ClientEntity, { id: client.id })) throw new ClientIdTaken();
      await tx.insert(ClientEntity, rowOf(client, secret));
      await this.announce(tx, actor, 'client.added', { ...client, active: true });
    });
    return secret;
  }

  /** Switches a client off: no new token from now on. */
  async disable(actor: Actor, id: string): Promise<void> {
    await this.database.write(actor, async (tx) => {
      const client = await tx.findOneBy(ClientEntity, { id });
      if (!client) throw new NoSuchClient();
      await tx.update(ClientEntity, { id }, { disabledAt: this.clock.now() });
      await this.announce(tx, actor, 'client.disabled', {
        ...client,
        roles: Role.array().parse(client.roles),
        active: false,
      });
    });
  }

  /** Adds a demonstration client, whose secret is its id, or makes the one there is be as given. Never touches a real one. */
  async settleDemonstration(client: NewClient): Promise<void> {
    const row = { ...rowOf(client, client.id), demonstration: true, disabledAt: null };
    await this.database.write(system, async (tx) => {
      const known = await tx.findOneBy(ClientEntity, { id: row.id });
      if (known && (!known.demonstration || isDeepStrictEqual({ ...known, ...row }, { ...known }))) return;
      await tx.upsert(ClientEntity, row, ['id']);
      await this.announce(tx, system, 'client.added', { ...client, active: true });
    });
  }

  countDemonstration(): Promise<number> {
    return this.database.read(system, (tx) => tx.countBy(ClientEntity, { demonstration: true }));
  }

  private async announce(
    tx: Tx,
    actor: Actor,
    action: string,
    { id, roles, areas, active }: NewClient & { active: boolean },
  ): Promise<void> {
    const access = { roles: [...roles], areas: [...areas] };
    await this.audit.add(tx, actor, { action, subject: `client:${id}`, details: access });
    await this.outbox.add(tx, AccessChanged, { actorId: id, kind: 'machine', ...access, active });
  }
}

function rowOf({ id, name, roles, areas }: NewClient, secret: string) {
  return { id, name, secretHash: hashSecret(secret), roles: [...roles], areas: [...areas] };
}

/** How a client's secret is kept and compared. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
