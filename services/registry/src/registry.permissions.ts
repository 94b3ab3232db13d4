import { roles, type Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

const caseworkers: Role[] = ['caseworker', 'supervisor'];
/** Who has to know a household to do their own work on it. */
const officers: Role[] = [
  ...caseworkers,
  'payments-officer',
  'grievance-officer',
  'sensitive-officer',
  'appeals-reviewer',
];

/** Who may do what here; where, the area scope says. */
export const registryPermissions = definePermissions('registry', {
  'area.read': { roles, description: 'See the areas of the country' },
  'area.publish': { roles: ['administrator'], description: 'Publish areas and change what is known of them' },
  'identifier-type.read': { roles, description: 'See which kinds of official numbers there are' },
  'identifier-type.publish': { roles: ['administrator'], description: 'Say which kinds of official numbers there are' },
  'number-format.read': { roles, description: 'See how telephones and accounts are written in the country' },
  'number-format.publish': { roles: ['administrator'], description: 'Say how telephones and accounts are written' },

  'household.register': { roles: caseworkers, description: 'Register a household' },
  'household.find': { roles: officers, description: 'Search for people and households' },
  'household.read': { roles: officers, description: 'See a household and the people in it' },
  'household.change': { roles: caseworkers, description: 'Change what is known of a household' },
  'household.close': { roles: caseworkers, description: 'Close a household' },
  'household.move': { roles: caseworkers, description: 'Move a household to another area' },
  'household.read-history': {
    roles: [...officers, 'auditor'],
    description: 'See how a household changed, and who changed it',
  },
  'payee.designate': { roles: caseworkers, description: 'Say who is to collect for a household' },
  'payee.confirm': {
    roles: ['supervisor'],
    description: 'Confirm or refuse another payee or account that was requested',
  },
  'person.report-death': { roles: caseworkers, description: 'Report that a person has died' },
  'person.read-names': {
    roles: [...officers, 'payments-approver'],
    description: 'See how the people and households of a list are called',
  },
  'duplicate.read': {
    roles: [...officers, 'payments-approver', 'administrator'],
    description: 'See who may be in the register twice',
  },
  'duplicate.dismiss': { roles: ['supervisor'], description: 'Say that two people who look like one are two' },
  'access-log.read': { roles: [...caseworkers, 'auditor'], description: 'See who looked at a household' },

  'import.start': { roles: ['administrator'], description: 'Import a file of households' },
  'import.read': {
    roles: ['supervisor', 'administrator'],
    description: 'Follow an import that was sent, or of which forms wait for a decision',
  },
  'import.read-errors': {
    roles: ['administrator'],
    description: 'Read the errors of an import, with what its cells held',
  },
  'import.decide': {
    roles: ['supervisor', 'administrator'],
    description: 'Decide on forms of which only some people are those of the household with their number',
  },

  ...messagingPermissions,
});
