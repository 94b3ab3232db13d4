import { roles } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

/** Who may do what here; where, the area scope says. */
export const reportingPermissions = definePermissions('reporting', {
  'indicator.read': { roles, says: 'See what the figures mean' },
  'figure.read': {
    roles: ['statistician', 'supervisor', 'designer', 'publisher', 'auditor', 'administrator'],
    says: 'See figures of coverage',
  },
  'complaint-figure.read': {
    roles: ['statistician', 'supervisor', 'grievance-officer', 'sensitive-officer', 'auditor'],
    says: 'See how complaints fare',
  },
  'not-paid.read': {
    roles: ['supervisor', 'payments-officer', 'payments-approver', 'auditor'],
    says: 'See who should have been paid and was not',
  },
  'denominator.read': { roles: ['statistician', 'auditor', 'administrator'], says: 'See what figures are divided by' },
  'denominator.load': { roles: ['administrator'], says: 'Load what figures are divided by' },
  'snapshot.publish': { roles: ['statistician'], says: 'Publish figures as they stand' },
  'snapshot.read': { roles, says: 'See published figures' },
  ...messagingPermissions,
});
