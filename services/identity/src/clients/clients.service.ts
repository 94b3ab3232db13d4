import { createHash } from 'node:crypto';

import type { Role } from '@janela/contracts';
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
  constructor(private readonly database: Database) {}

  /** The client with this id, unless it is switched off. Any text may be asked for. */
  async findActive(id: string): Promise<Machine | undefined> {
    if (!plainId.test(id)) return undefined;
    return this.database.read(self, async (tx) => {
      const client = await tx.findOneBy(ClientEntity, { id });
      return client && client.disabledAt === null ? client : undefined;
    });
  }

  /** Adds demonstration clients, or makes those there are be as given. */
  async settleDemonstration(clients: readonly NewClient[]): Promise<void> {
    const rows = clients.map(({ secret, roles, areas, ...rest }) => ({
      ...rest,
      secretHash: hashSecret(secret),
      roles: [...roles],
      areas: [...areas],
      demonstration: true,
    }));
    await this.database.write(self, (tx) => tx.upsert(ClientEntity, rows, ['id']));
  }

  countDemonstration(): Promise<number> {
    return this.database.read(self, (tx) => tx.countBy(ClientEntity, { demonstration: true }));
  }
}

/** How a client's secret is kept and compared. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
