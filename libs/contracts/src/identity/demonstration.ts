import type { Role } from './roles.ts';

/** A pretend member of staff and a machine client of the same duties. They exist in demonstration mode only. */
export interface DemonstrationLogin {
  /** Unique; the e-mail address and the client id are made of it. */
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** P-codes; a scope reaches everything below it. */
  readonly areas: readonly string[];
}

const zambia = ['ZM'];
const samfya = ['ZM104011'];
const lunga = ['ZM104005'];

/** Everybody who can sign in to a demonstration. The two `-lunga` logins are the same duties in the neighbouring district. */
export const demonstrationLogins = [
  { login: 'caseworker', name: 'Mutinta Phiri', roles: ['caseworker'], areas: samfya },
  { login: 'supervisor', name: 'Joseph Bwalya', roles: ['supervisor'], areas: samfya },
  { login: 'caseworker-lunga', name: 'Ruth Chilufya', roles: ['caseworker'], areas: lunga },
  { login: 'supervisor-lunga', name: 'Peter Kunda', roles: ['supervisor'], areas: lunga },
  { login: 'designer', name: 'Natasha Zulu', roles: ['designer'], areas: zambia },
  { login: 'publisher', name: 'Charles Mumba', roles: ['publisher'], areas: zambia },
  { login: 'payments-officer', name: 'Esther Tembo', roles: ['payments-officer'], areas: zambia },
  { login: 'payments-approver', name: 'Brian Mulenga', roles: ['payments-approver'], areas: zambia },
  { login: 'grievance-officer', name: 'Monde Lungu', roles: ['grievance-officer'], areas: zambia },
  { login: 'sensitive-officer', name: 'Thandiwe Ngoma', roles: ['sensitive-officer'], areas: zambia },
  { login: 'appeals-reviewer', name: 'Kelvin Sakala', roles: ['appeals-reviewer'], areas: zambia },
  { login: 'statistician', name: 'Inonge Mubita', roles: ['statistician'], areas: zambia },
  { login: 'auditor', name: 'Grace Simukonda', roles: ['auditor'], areas: zambia },
  { login: 'operator', name: 'Musonda Kapasa', roles: ['operator'], areas: zambia },
  { login: 'administrator', name: 'Precious Hamoonga', roles: ['administrator'], areas: zambia },
  { login: 'provider-sandbox', name: 'Sandbox Mobile Money', roles: ['provider-sandbox'], areas: zambia },
] as const satisfies readonly DemonstrationLogin[];

/** What a demonstration person types to sign in. */
export function demonstrationEmail(login: string): string {
  return `${login}@demo.janela`;
}

/** The machine client of a demonstration login; its secret is the same text. */
export function demonstrationClientId(login: string): string {
  return `demo-${login}`;
}

/** The password of all demonstration people, unless the installation was given another. */
export const demonstrationPassword = 'lake-window-boat-2026';
