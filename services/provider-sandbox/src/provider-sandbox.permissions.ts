import type { Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

const directors: Role[] = ['provider-sandbox', 'administrator', 'operator'];

/** Who may do what here; `@Allow` takes a name from this table. */
export const providerSandboxPermissions = definePermissions('provider-sandbox', {
  ...messagingPermissions,
  'behaviour.read': { roles: directors, description: 'See how the pretend company behaves' },
  'behaviour.set': { roles: directors, description: 'Set how the pretend company behaves' },
  'book.read': {
    roles: [...directors, 'payments-officer', 'payments-approver', 'auditor'],
    description: 'See what money the pretend company moved',
  },
});
