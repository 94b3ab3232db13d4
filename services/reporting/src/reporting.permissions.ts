import { roles } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

/** Who may do what here; where, the area scope says. */
export const reportingPermissions = definePermissions('reporting', {
  'indicator.read': { roles, description: 'See what the figures mean' },
  'figure.read': {
    roles: ['statistician', 'supervisor', 'designer', 'publisher', 'auditor', 'administrator'],
    description: 'See figures of coverage',
  },
  'complaint-figure.read': {
    roles: ['statistician', 'supervisor', 'grievance-officer', 'sensitive-officer', 'auditor'],
    description: 'See how complaints fare',
  },
  'not-paid.read': {
    roles: ['supervisor', 'payments-officer', 'payments-approver', 'auditor'],
    description: 'See who should have been paid and was not',
  },
  'denominator.read': {
    roles: ['statistician', 'auditor', 'administrator'],
    description: 'See what figures are divided by',
  },
  'denominator.load': { roles: ['administrator'], description: 'Load what figures are divided by' },
  'snapshot.publish': { roles: ['statistician'], description: 'Publish figures as they stand' },
  'snapshot.read': { roles, description: 'See published figures' },
  ...messagingPermissions,
});
