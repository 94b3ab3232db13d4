import { z } from 'zod';

/** What a member of staff, or a machine, is there to do. A role says nothing about where: that is the area scope. */
export const roles = [
  'caseworker',
  'supervisor',
  'designer',
  'publisher',
  'payments-officer',
  'payments-approver',
  'grievance-officer',
  'sensitive-officer',
  'appeals-reviewer',
  'statistician',
  'auditor',
  'operator',
  'administrator',
  'provider-sandbox',
] as const;

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Pairs that one person cannot have: the one proposes what the other decides. Identity refuses them; its database too. */
export const incompatibleRoles = [
  ['caseworker', 'supervisor'],
  ['designer', 'publisher'],
  ['payments-officer', 'payments-approver'],
  ['grievance-officer', 'appeals-reviewer'],
] as const satisfies readonly (readonly [Role, Role])[];
