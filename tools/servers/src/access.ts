import { readFileSync } from 'node:fs';

import kafkajs, { type AclEntry, type Admin } from 'kafkajs';

/** What one service may do at the broker. `payments.outcome.*` stands for everything that begins so. */
export type Access = { produces: string[]; consumes: string[]; groups: string[] };

/** Who may do what, by service: infra/kafka/access.json. */
export type AccessList = Record<string, Access>;

/** Where the list stands. */
export const accessFile = new URL('../../../infra/kafka/access.json', import.meta.url);

/** The access list that is committed. */
export const declaredAccess = (): AccessList => JSON.parse(readFileSync(accessFile, 'utf8')) as AccessList;

/** The access list as the broker keeps it: what stands there, and nothing else, is allowed to the user that is named like the service. */
export function aclsOf(access: AccessList): AclEntry[] {
  const { AclOperationTypes: may, AclResourceTypes: of } = kafkajs;
  return Object.entries(access).flatMap(([service, { produces, consumes, groups }]) => {
    const entry = (resourceType: number, name: string, operation: number): AclEntry => ({
      resourceType,
      operation,
      resourceName: name.replace(/\*$/, ''),
      resourcePatternType: name.endsWith('.*')
        ? kafkajs.ResourcePatternTypes.PREFIXED
        : kafkajs.ResourcePatternTypes.LITERAL,
      principal: `User:${service}`,
      host: '*',
      permissionType: kafkajs.AclPermissionTypes.ALLOW,
    });
    return [
      ...produces.map((topic) => entry(of.TOPIC, topic, may.WRITE)),
      ...consumes.map((topic) => entry(of.TOPIC, topic, may.READ)),
      ...groups.map((group) => entry(of.GROUP, group, may.READ)),
    ];
  });
}

/** Gives every service what the list says, and answers whether the broker has access lists at all. What was given before stays. */
export async function applyAccess(admin: Admin, access: AccessList): Promise<boolean> {
  try {
    await admin.createAcls({ acl: aclsOf(access) });
    return true;
  } catch (error) {
    if (/SECURITY_DISABLED|security features are disabled|no authorizer/i.test(said(error))) return false;
    throw error;
  }
}

function said(error: unknown): string {
  const { message = '', type = '', errors = [] } = error as { message?: string; type?: string; errors?: unknown[] };
  return [message, type, ...errors.map(said)].join(' ');
}
