import type { Session } from '../api/session.tsx';
import type { frameWords } from './frame.words.ts';

/** A place in the menu, and the roles that work there. */
export const places = [
  { to: '/', word: 'home', roles: null },
  {
    to: '/households',
    word: 'households',
    roles: [
      'caseworker',
      'supervisor',
      'payments-officer',
      'grievance-officer',
      'sensitive-officer',
      'appeals-reviewer',
    ],
  },
  { to: '/decisions', word: 'decisions', roles: ['supervisor'] },
  { to: '/payments', word: 'payments', roles: ['payments-officer', 'payments-approver', 'auditor'] },
  { to: '/funds', word: 'funds', roles: ['payments-officer', 'payments-approver', 'auditor', 'administrator'] },
  { to: '/waiting', word: 'waiting', roles: ['supervisor', 'payments-officer', 'payments-approver', 'auditor'] },
  {
    to: '/complaints',
    word: 'complaints',
    roles: ['caseworker', 'supervisor', 'grievance-officer', 'sensitive-officer', 'appeals-reviewer'],
  },
  { to: '/appeals', word: 'appeals', roles: ['appeals-reviewer'] },
  {
    to: '/figures',
    word: 'figures',
    roles: ['statistician', 'supervisor', 'designer', 'publisher', 'auditor', 'administrator'],
  },
  { to: '/imports', word: 'imports', roles: ['supervisor', 'administrator'] },
  { to: '/operations', word: 'operations', roles: ['operator'] },
] as const satisfies readonly { to: string; word: keyof typeof frameWords; roles: readonly string[] | null }[];

/** The menu holds only what this person may do. */
export function menuFor({ roles }: Session) {
  return places.filter((place) => place.roles === null || place.roles.some((role) => roles.includes(role)));
}
