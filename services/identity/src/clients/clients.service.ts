import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { AccessChanged, type Role } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '@janela/platform';

import { ClientEntity } from './client.entity.ts';

/** What the tokens of a machine say about it. */
export type Machine = Pick<ClientEntity, 'id' | 'name' | 'roles' | 'areas' | 'secretHash'>;

export interface NewClient {
  id: string;
  name: string;
  secret: string;
  roles: readonly Role[];
  areas: readonly string[];
}

const self = systemActor('identity');
const plainId = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Machines that ask for tokens in their own name. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** The client with this id, unless it is switched off. Any text may be asked for. */
  async findActive(id: string): Promise<Machine | undefined> {
    if (!plainId.test(id)) return undefined;
    return this.database.read(self, async (tx) => {
      const client = await tx.findOneBy(ClientEntity, { id });
      return client && client.disabledAt === null ? client : undefined;
    });
  }

  /** Adds a demonstration client, or makes the one there is be as given. */
  async settleDemonstration({ id, name, secret, roles, areas }: NewClient): Promise<void> {
    const row = { id, name, secretHash: hashSecret(secret), roles: [...roles], areas: [...areas], demonstration: true };
    await this.database.write(self, async (tx) => {
      const known = await tx.findOneBy(ClientEntity, { id });
      if (known && isDeepStrictEqual({ ...known, ...row, disabledAt: null }, { ...known })) return;
      await tx.upsert(ClientEntity, { ...row, disabledAt: null }, ['id']);
      await this.outbox.add(tx, AccessChanged, {
        actorId: id,
        kind: 'machine',
        roles: row.roles,
        areas: row.areas,
        active: true,
      });
    });
  }

  countDemonstration(): Promise<number> {
    return this.database.read(self, (tx) => tx.countBy(ClientEntity, { demonstration: true }));
  }
}

/** How a client's secret is kept and compared. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
