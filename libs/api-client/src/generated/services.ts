// Generated from docs/openapi by `npm run generate`.
import type { paths as Eligibility } from './eligibility.ts';
import type { paths as Grievances } from './grievances.ts';
import type { paths as Identity } from './identity.ts';
import type { paths as Payments } from './payments.ts';
import type { paths as ProviderSandbox } from './provider-sandbox.ts';
import type { paths as Registry } from './registry.ts';
import type { paths as Reporting } from './reporting.ts';
import type { paths as Window } from './window.ts';

/** The paths of every service, by its name. */
export interface Paths {
  'eligibility': Eligibility;
  'grievances': Grievances;
  'identity': Identity;
  'payments': Payments;
  'provider-sandbox': ProviderSandbox;
  'registry': Registry;
  'reporting': Reporting;
  'window': Window;
}

export const services = [
  'eligibility',
  'grievances',
  'identity',
  'payments',
  'provider-sandbox',
  'registry',
  'reporting',
  'window',
] as const satisfies readonly (keyof Paths)[];
