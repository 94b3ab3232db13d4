import { mailboxMigrations } from '@janela/messaging';
import { type Migration, platformMigrations } from '@janela/platform';

import { ClientEntity } from './clients/client.entity.ts';
import { RecordEntity } from './records/record.entity.ts';
import { KeyEntity } from './keys/key.entity.ts';
import { CreatePeopleAndClients20261120090000 } from './migrations/20261120090000-create-people-and-clients.ts';
import { CreateKeys20261120090100 } from './migrations/20261120090100-create-keys.ts';
import { CreateOidcRecords20261120090200 } from './migrations/20261120090200-create-oidc-records.ts';
import { CreateSignInThrottles20261120090300 } from './migrations/20261120090300-create-sign-in-throttles.ts';
import { EndSessionsOfAPerson20261201160000 } from './migrations/20261201160000-end-sessions-of-a-person.ts';
import { KeepRolesOfMachinesApart20261202120100 } from './migrations/20261202120100-keep-roles-of-machines-apart.ts';
import { PersonEntity } from './people/person.entity.ts';
import { KnownDeviceEntity, ThrottleEntity } from './sign-in/throttle.entity.ts';

export const entities = [PersonEntity, ClientEntity, KeyEntity, RecordEntity, ThrottleEntity, KnownDeviceEntity];

/** In the order they run. */
export const migrations: Migration[] = [
  ...platformMigrations,
  ...mailboxMigrations,
  CreatePeopleAndClients20261120090000,
  CreateKeys20261120090100,
  CreateOidcRecords20261120090200,
  CreateSignInThrottles20261120090300,
  EndSessionsOfAPerson20261201160000,
  KeepRolesOfMachinesApart20261202120100,
];
