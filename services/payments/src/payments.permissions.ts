import type { Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions, type Permission } from '@janela/platform';

const payments: Role[] = ['payments-officer', 'payments-approver'];
const caseworkers: Role[] = ['caseworker', 'supervisor'];
const overseers: Role[] = ['auditor', 'administrator'];
const caseRoles: Role[] = ['grievance-officer', 'sensitive-officer', 'appeals-reviewer'];

const table = {
  'provider.read': { roles: [...payments, ...caseworkers, ...overseers], description: 'See who pays out' },
  'provider.add': { roles: ['administrator'], description: 'Add a payment provider' },
  'reason.read': {
    roles: [...payments, ...caseworkers, ...caseRoles, ...overseers],
    description: 'See what reason codes mean',
  },

  'funds.read': { roles: [...payments, ...overseers], description: 'See what programmes were given to spend' },
  'funds.add': { roles: ['administrator', 'payments-officer'], description: 'Propose money given to a programme' },
  'funds.approve': {
    roles: ['payments-approver'],
    description: 'Approve funds that another person proposed, or refuse them',
  },

  'cycle.read': {
    roles: [...payments, ...overseers],
    description: 'See payment cycles, their lists and reconciliation',
  },
  'cycle.make': { roles: ['payments-officer'], description: 'Open, submit and close a payment cycle' },
  'cycle.decide': {
    roles: ['payments-approver'],
    description: 'Approve a payment cycle that another person made, or reject it',
  },
  'cycle.dispatch': { roles: payments, description: 'Send an approved cycle to the providers' },

  'payment.read': {
    roles: [...payments, ...caseworkers, ...caseRoles, 'auditor'],
    description: 'See the payments of a household and what became of them',
  },
  'payment.hold': { roles: ['payments-officer'], description: 'Hold a payment, release or cancel it' },
  'payment.confirm-payee': {
    roles: ['payments-approver'],
    description: 'Confirm that a payment of an approved list goes to another payee than the list says',
  },
  'payment.reissue': {
    roles: ['payments-officer'],
    description: 'Ask that a failed or returned payment be paid again',
  },
  'reissue.read': { roles: [...payments, 'auditor'], description: 'See what is to be paid again' },
  'reissue.approve': {
    roles: ['payments-approver'],
    description: 'Pay again what another person requested, or refuse it',
  },
  'payment.enquire': { roles: payments, description: 'Ask a provider what became of a payment' },

  'outcome.report': { roles: ['provider-sandbox'], description: 'Say what became of one’s own instructions' },
  'difference.read': { roles: [...payments, 'auditor'], description: 'See what providers said that does not fit' },
  'settlement.propose': {
    roles: payments,
    description: 'Propose how a difference is settled, or what became of a payment whose provider is silent',
  },
  'settlement.confirm': {
    roles: ['payments-approver'],
    description: 'Confirm or refuse a settlement that another person proposed',
  },
  'ledger.read': { roles: [...payments, ...overseers], description: 'Read the ledger' },

  'contribution.read': { roles: [...payments, ...caseworkers, 'auditor'], description: 'See what a member paid in' },
  'contribution.record': { roles: [...caseworkers, 'payments-officer'], description: 'Record what a member paid in' },
  'contribution.reverse': { roles: ['payments-officer'], description: 'Reverse a contribution' },
} satisfies Record<string, Permission>;

/** Who may do what here; `@Allow` takes a name from this table. */
export const paymentsPermissions = definePermissions('payments', { ...messagingPermissions, ...table });
