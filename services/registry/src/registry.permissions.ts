import { roles, type Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

const desk: Role[] = ['caseworker', 'supervisor'];
/** Who has to know a household to do their own work on it. */
const officers: Role[] = [...desk, 'payments-officer', 'grievance-officer', 'sensitive-officer', 'appeals-reviewer'];

/** Who may do what here; where, the area scope says. */
export const registryPermissions = definePermissions('registry', {
  'area.read': { roles, says: 'See the areas of the country' },
  'area.publish': { roles: ['administrator'], says: 'Publish areas and change what is known of them' },
  'identifier-type.read': { roles, says: 'See which kinds of official numbers there are' },
  'identifier-type.publish': { roles: ['administrator'], says: 'Say which kinds of official numbers there are' },
  'number-format.read': { roles, says: 'See how telephones and accounts are written in the country' },
  'number-format.publish': { roles: ['administrator'], says: 'Say how telephones and accounts are written' },

  'household.register': { roles: desk, says: 'Register a household' },
  'household.find': { roles: officers, says: 'Search for people and households' },
  'household.read': { roles: officers, says: 'See a household and the people in it' },
  'household.change': { roles: desk, says: 'Change what is known of a household' },
  'household.close': { roles: desk, says: 'Close a household' },
  'household.move': { roles: desk, says: 'Move a household to another area' },
  'household.read-history': {
    roles: [...officers, 'auditor'],
    says: 'See how a household changed, and who changed it',
  },
  'payee.designate': { roles: desk, says: 'Say who is to collect for a household' },
  'payee.confirm': {
    roles: ['supervisor'],
    says: 'Confirm or refuse another payee or account that somebody asked for',
  },
  'person.report-death': { roles: desk, says: 'Report that somebody has died' },
  'person.read-names': {
    roles: [...officers, 'payments-approver'],
    says: 'See how the people and households of a list are called',
  },
  'duplicate.read': {
    roles: [...officers, 'payments-approver', 'administrator'],
    says: 'See who may be in the register twice',
  },
  'duplicate.dismiss': { roles: ['supervisor'], says: 'Say that two people who look like one are two' },
  'access-log.read': { roles: [...desk, 'auditor'], says: 'See who looked at a household' },

  'import.start': { roles: ['administrator'], says: 'Import a file of households' },
  'import.read': {
    roles: ['supervisor', 'administrator'],
    says: 'Follow an import that was sent, or of which forms wait for a decision',
  },
  'import.read-errors': { roles: ['administrator'], says: 'Read the errors of an import, with what its cells held' },
  'import.decide': {
    roles: ['supervisor', 'administrator'],
    says: 'Decide on forms of which only some people are those of the household with their number',
  },

  ...messagingPermissions,
});
