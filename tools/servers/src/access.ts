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

/**
 * Gives every service of the list what it says, and takes away what else its user was given before; other users are left alone.
 * Returns whether the broker has access lists at all.
 */
export async function applyAccess(admin: Admin, access: AccessList): Promise<boolean> {
  try {
    await admin.createAcls({ acl: aclsOf(access) });
    const surplus = await surplusOf(admin, access);
    if (surplus.length > 0) await admin.deleteAcls({ filters: surplus });
    return true;
  } catch (error) {
    if (/SECURITY_DISABLED|security features are disabled|no authorizer/i.test(said(error))) return false;
    throw error;
  }
}

/** What the broker allows the users of the list beyond it. */
async function surplusOf(admin: Admin, access: AccessList): Promise<AclEntry[]> {
  const wanted = new Set(aclsOf(access).map(nameOfAcl));
  const principals = new Set(Object.keys(access).map((service) => `User:${service}`));
  const { resources } = await admin.describeAcls({
    resourceType: kafkajs.AclResourceTypes.ANY,
    resourcePatternType: kafkajs.ResourcePatternTypes.ANY,
    operation: kafkajs.AclOperationTypes.ANY,
    permissionType: kafkajs.AclPermissionTypes.ALLOW,
  });
  const given = resources.flatMap(({ acls, resourceName, resourceType, resourcePatternType }) =>
    acls.map((acl): AclEntry => ({ ...acl, resourceName, resourceType, resourcePatternType })),
  );
  return given.filter((acl) => principals.has(acl.principal) && !wanted.has(nameOfAcl(acl)));
}

const nameOfAcl = ({ principal, resourceType, resourcePatternType, resourceName, operation }: AclEntry): string =>
  [principal, resourceType, resourcePatternType, resourceName, operation].join(' ');

function said(error: unknown): string {
  const { message = '', type = '', errors = [] } = error as { message?: string; type?: string; errors?: unknown[] };
  return [message, type, ...errors.map(said)].join(' ');
}
