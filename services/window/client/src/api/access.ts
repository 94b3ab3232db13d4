import type { Session } from './session.tsx';

const caseworkers = ['caseworker', 'supervisor'];
const caseOfficers = ['grievance-officer', 'sensitive-officer', 'appeals-reviewer'];
const payers = ['payments-officer', 'payments-approver'];
const cycleReaders = [...payers, 'auditor', 'administrator'];
const moneyReaders = [...payers, 'auditor'];
const applicationReaders = [...caseworkers, ...caseOfficers, 'auditor'];
const caseReaders = [...caseworkers, ...caseOfficers];
const householdReaders = [...caseworkers, 'payments-officer', ...caseOfficers];

/** What parts of pages need, by the permissions of the services: what a person may not see is not there. */
export const parts = {
  findHouseholds: householdReaders,
  readHousehold: householdReaders,
  readHistory: [...householdReaders, 'auditor'],
  readAccessLog: [...caseworkers, 'auditor'],
  register: caseworkers,
  confirmPayee: ['supervisor'],
  reportDeath: caseworkers,
  changeEnrolments: ['supervisor'],
  screen: [...caseworkers, ...caseOfficers],
  apply: caseworkers,
  readApplications: applicationReaders,
  decideApplications: ['supervisor'],
  readEnrolments: [...caseworkers, ...caseOfficers, ...payers, 'auditor'],
  readPayments: [...payers, ...caseworkers, ...caseOfficers, 'auditor'],
  readCycles: cycleReaders,
  readFunds: cycleReaders,
  proposeFunds: ['payments-officer', 'administrator'],
  approveFunds: ['payments-approver'],
  changePayments: ['payments-officer'],
  enquire: payers,
  confirmPaymentPayee: ['payments-approver'],
  readReissues: moneyReaders,
  approveReissues: ['payments-approver'],
  readDifferences: moneyReaders,
  proposeSettlements: payers,
  confirmSettlements: ['payments-approver'],
  readNames: [...householdReaders, 'payments-approver'],
  dismissDuplicates: ['supervisor'],
  readProviders: [...payers, ...caseworkers, 'auditor', 'administrator'],
  readCases: caseReaders,
  fileCases: [...caseworkers, 'grievance-officer', 'sensitive-officer'],
  readAppeals: [...caseworkers, 'grievance-officer', 'appeals-reviewer'],
  fileAppeals: [...caseworkers, 'grievance-officer'],
  decideAppeals: ['appeals-reviewer'],
  startImports: ['administrator'],
  operate: ['operator'],
} as const satisfies Record<string, readonly string[]>;
export type Part = keyof typeof parts;

/** Who may open which page; what is not in the table is for everybody, also for those who are not signed in. */
const pages: Record<string, readonly string[]> = {
  '/households': parts.findHouseholds,
  '/households/new': parts.register,
  '/households/$id': parts.readHousehold,
  '/decisions': applicationReaders,
  '/decisions/$id': applicationReaders,
  '/payments': cycleReaders,
  '/payments/$id': cycleReaders,
  '/payments/payment/$id': parts.readPayments,
  '/funds': parts.readFunds,
  '/waiting': ['supervisor', ...moneyReaders],
  '/complaints': caseReaders,
  '/complaints/new': parts.fileCases,
  '/complaints/$id': caseReaders,
  '/appeals': parts.readAppeals,
  '/figures': ['statistician', 'supervisor', 'designer', 'publisher', 'auditor', 'administrator'],
  '/imports': ['supervisor', ...parts.startImports],
  '/operations': parts.operate,
};

/** Who may open a page, or undefined where everybody may. */
export const rolesOf = (page: string): readonly string[] | undefined => pages[page];

const isOneOf = (roles: readonly string[], session: Session | null) =>
  session?.roles.some((role) => roles.includes(role)) === true;

/** What happens when a person asks for a page: it opens, they sign in first, or it is the work of others. */
export function accessTo(page: string, session: Session | null): 'open' | 'sign in' | 'not yours' {
  const roles = pages[page];
  if (!roles) return 'open';
  if (!session) return 'sign in';
  return isOneOf(roles, session) ? 'open' : 'not yours';
}

/** Whether a person may see or do a part of a page. */
export const mayDo = (part: Part, session: Session | null): boolean => isOneOf(parts[part], session);
