import {
  demonstrationClientId,
  demonstrationEmail,
  demonstrationLogins,
  demonstrationPassword,
} from '@janela/contracts';

import type { ClientsService } from '../clients/clients.service.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { DemonstrationInProduction } from '../identity.errors.ts';
import type { PeopleService } from '../people/people.service.ts';

/** Lets demonstration people and machines in where they belong, and stops the start where they would let anyone in. */
export async function settleDemonstration(
  config: IdentityConfig,
  people: PeopleService,
  clients: ClientsService,
): Promise<void> {
  if (config.JANELA_MODE === 'production') return refuseDemonstration(config, people, clients);
  if (config.JANELA_MODE !== 'demonstration') return;

  const password = config.JANELA_DEMO_PASSWORD ?? demonstrationPassword;
  for (const { login, ...access } of demonstrationLogins) {
    await people.settleDemonstration({ ...access, email: demonstrationEmail(login), password });
    await clients.settleDemonstration({ ...access, id: demonstrationClientId(login) });
  }
}

async function refuseDemonstration(
  config: IdentityConfig,
  people: PeopleService,
  clients: ClientsService,
): Promise<void> {
  if (config.JANELA_DEMO_PASSWORD !== undefined) throw new DemonstrationInProduction('JANELA_DEMO_PASSWORD is set');
  const [persons, machines] = await Promise.all([people.countDemonstration(), clients.countDemonstration()]);
  if (persons + machines === 0) return;
  throw new DemonstrationInProduction(
    `its database has ${persons} demonstration people and ${machines} demonstration clients`,
  );
}
