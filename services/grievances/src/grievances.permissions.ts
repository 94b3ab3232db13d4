import { roles, type Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

const office: Role[] = ['caseworker', 'supervisor', 'grievance-officer'];

/**
 * Who may do what here; where, the area scope says. Which cases a `sensitive-officer` alone sees is said in the database: see
 * `cases/case-access.ts`.
 */
export const grievancesPermissions = definePermissions('grievances', {
  'category.read': { roles, description: 'See what a complaint can be about' },
  'category.publish': { roles: ['administrator'], description: 'Publish what a complaint can be about' },

  'case.file': { roles: [...office, 'sensitive-officer'], description: 'File a complaint for a person' },
  'case.read': {
    roles: [...office, 'sensitive-officer', 'appeals-reviewer'],
    description: 'See complaints and their course',
  },
  'case.work': {
    roles: ['grievance-officer', 'sensitive-officer'],
    description: 'Work on a complaint until it is closed',
  },

  'appeal.file': { roles: office, description: 'File an appeal for a person' },
  'appeal.read': { roles: [...office, 'appeals-reviewer'], description: 'See appeals and what became of them' },
  'appeal.decide': {
    roles: ['appeals-reviewer'],
    description: 'Decide an appeal against something that one took no part in',
  },

  ...messagingPermissions,
});
