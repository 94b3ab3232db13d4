import type { Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions, type Permission } from '@janela/platform';

const payments: Role[] = ['payments-officer', 'payments-approver'];
const desks: Role[] = ['caseworker', 'supervisor'];
const overseers: Role[] = ['auditor', 'administrator'];
const caseRoles: Role[] = ['grievance-officer', 'sensitive-officer', 'appeals-reviewer'];

const table = {
  'provider.read': { roles: [...payments, ...desks, ...overseers], says: 'See who pays out' },
  'provider.add': { roles: ['administrator'], says: 'Add a payment provider' },
  'reason.read': { roles: [...payments, ...desks, ...caseRoles, ...overseers], says: 'See what reason codes mean' },

  'funds.read': { roles: [...payments, ...overseers], says: 'See what programmes were given to spend' },
  'funds.add': { roles: ['administrator', 'payments-officer'], says: 'Propose money given to a programme' },
  'funds.approve': { roles: ['payments-approver'], says: 'Approve funds that somebody else proposed, or refuse them' },

  'cycle.read': { roles: [...payments, ...overseers], says: 'See payment cycles, their lists and reconciliation' },
  'cycle.make': { roles: ['payments-officer'], says: 'Open, submit and close a payment cycle' },
  'cycle.decide': {
    roles: ['payments-approver'],
    says: 'Approve a payment cycle that somebody else made, or reject it',
  },
  'cycle.dispatch': { roles: payments, says: 'Hand an approved cycle to the providers' },

  'payment.read': {
    roles: [...payments, ...desks, ...caseRoles, 'auditor'],
    says: 'See the payments of a household and what became of them',
  },
  'payment.hold': { roles: ['payments-officer'], says: 'Hold a payment, release or cancel it' },
  'payment.confirm-payee': {
    roles: ['payments-approver'],
    says: 'Confirm that a payment of an approved list goes to somebody else than the list says',
  },
  'payment.reissue': { roles: ['payments-officer'], says: 'Ask that a failed or returned payment be paid again' },
  'reissue.read': { roles: [...payments, 'auditor'], says: 'See what is to be paid again' },
  'reissue.approve': { roles: ['payments-approver'], says: 'Pay again what somebody else asked for, or refuse it' },
  'payment.enquire': { roles: payments, says: 'Ask a provider what became of a payment' },

  'outcome.report': { roles: ['provider-sandbox'], says: 'Say what became of one’s own instructions' },
  'difference.read': { roles: [...payments, 'auditor'], says: 'See what providers said that does not fit' },
  'settlement.propose': {
    roles: payments,
    says: 'Propose how a difference is settled, or what became of a payment whose provider is silent',
  },
  'settlement.confirm': {
    roles: ['payments-approver'],
    says: 'Confirm or refuse a settlement that somebody else proposed',
  },
  'ledger.read': { roles: [...payments, ...overseers], says: 'Read the ledger' },

  'contribution.read': { roles: [...payments, ...desks, 'auditor'], says: 'See what a member paid in' },
  'contribution.record': { roles: [...desks, 'payments-officer'], says: 'Record what a member paid in' },
  'contribution.reverse': { roles: ['payments-officer'], says: 'Reverse a contribution' },
} satisfies Record<string, Permission>;

/** Who may do what here; `@Allow` takes a name from this table. */
export const paymentsPermissions = definePermissions('payments', { ...messagingPermissions, ...table });
