import { Injectable } from '@nestjs/common';
import type { AddProvider, Provider } from '@janela/contracts';
import { type Actor, Audit, canonicalJson, Database } from '@janela/platform';

import { ProviderExists } from '../payments.errors.ts';
import { ProviderEntity } from './provider.entity.ts';

/** Who pays out. */
@Injectable()
export class ProvidersService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<{ items: Provider[] }> {
    return this.database.read(actor, async (tx) => {
      const providers = await tx.find(ProviderEntity, { order: { code: 'ASC' } });
      return { items: providers.map(toProvider) };
    });
  }

  /** The same provider again changes nothing; another one of the same code is refused. */
  add(actor: Actor, input: AddProvider): Promise<Provider> {
    return this.database.write(actor, async (tx) => {
      const added = await tx.query<unknown[]>(
        'INSERT INTO providers (code, name, channels) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
        [input.code, JSON.stringify(input.name), input.channels],
      );
      const provider = toProvider(await tx.findOneByOrFail(ProviderEntity, { code: input.code }));
      const { code, name, channels } = provider;
      if (canonicalJson({ code, name, channels }) !== canonicalJson(input)) throw new ProviderExists(code);
      if (added.length > 0) {
        await this.audit.add(tx, actor, {
          action: 'provider.added',
          subject: `provider:${code}`,
          details: { channels },
        });
      }
      return provider;
    });
  }
}

function toProvider({ id, code, name, channels, active }: ProviderEntity): Provider {
  return { id, code, name, channels, active };
}
