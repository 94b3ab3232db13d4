import { roles, type Role } from '@janela/contracts';
import { messagingPermissions } from '@janela/messaging';
import { definePermissions } from '@janela/platform';

const desk: Role[] = ['caseworker', 'supervisor'];
/** Who works on what a household objects to. */
const caseOfficers: Role[] = ['grievance-officer', 'sensitive-officer', 'appeals-reviewer'];

/** Who may do what here; where, the area scope says. */
export const eligibilityPermissions = definePermissions('eligibility', {
  'programme.read': { roles, says: 'See the programmes and their published rules' },
  'programme.write': { roles: ['designer'], says: 'Write programmes and versions of their rules' },
  'programme.publish': { roles: ['publisher'], says: 'Publish a version that somebody else wrote' },
  'scorecard.read': { roles, says: 'See the scorecards that rules read' },
  'scorecard.write': { roles: ['designer', 'administrator'], says: 'Load scorecards as published' },

  'household.screen': {
    roles: [...desk, ...caseOfficers],
    says: 'Ask what a household qualifies for, and why',
  },
  'application.submit': { roles: desk, says: 'Apply for a household or a person' },
  'application.read': { roles: [...desk, ...caseOfficers, 'auditor'], says: 'See applications and their reasons' },
  'application.decide': { roles: ['supervisor'], says: 'Decide an application' },

  'enrolment.read': {
    roles: [...desk, ...caseOfficers, 'payments-officer', 'payments-approver', 'auditor'],
    says: 'See who is in a programme',
  },
  'enrolment.change': { roles: ['supervisor'], says: 'Suspend, resume and end enrolments' },
  'waiting-list.read': { roles: [...desk, 'auditor'], says: 'See who waits for a place, in which order' },

  ...messagingPermissions,
});
