import { roles, type Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

const areaStaff: Role[] = ['caseworker', 'supervisor'];
/** Who works on what a household objects to. */
const caseOfficers: Role[] = ['grievance-officer', 'sensitive-officer', 'appeals-reviewer'];

/** Who may do what here; where, the area scope says. */
export const eligibilityPermissions = definePermissions('eligibility', {
  'programme.read': { roles, description: 'See the programmes and their published rules' },
  'programme.write': { roles: ['designer'], description: 'Write programmes and versions of their rules' },
  'programme.publish': { roles: ['publisher'], description: 'Publish a version that another designer wrote' },
  'scorecard.read': { roles, description: 'See the scorecards that rules read' },
  'scorecard.write': { roles: ['designer', 'administrator'], description: 'Load scorecards as published' },

  'household.screen': {
    roles: [...areaStaff, ...caseOfficers],
    description: 'Ask what a household qualifies for, and why',
  },
  'application.submit': { roles: areaStaff, description: 'Apply for a household or a person' },
  'application.read': {
    roles: [...areaStaff, ...caseOfficers, 'auditor'],
    description: 'See applications and their reasons',
  },
  'application.decide': { roles: ['supervisor'], description: 'Decide an application' },

  'enrolment.read': {
    roles: [...areaStaff, ...caseOfficers, 'payments-officer', 'payments-approver', 'auditor'],
    description: 'See who is in a programme',
  },
  'enrolment.change': { roles: ['supervisor'], description: 'Suspend, resume and end enrolments' },
  'waiting-list.read': { roles: [...areaStaff, 'auditor'], description: 'See who waits for a place, in which order' },

  ...messagingPermissions,
});
