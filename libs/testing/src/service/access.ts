import { randomUUID } from 'node:crypto';

import { roles, type Role } from '@janela/contracts';
import { describeRoutes } from '@janela/platform';

import type { AnyTestService } from './test-service.ts';

/** For every route, as `GET /v1/households/:id`, the roles that get through, or `public`. */
export type AccessTable = Readonly<Record<string, readonly Role[] | 'public'>>;

const operations = /^(GET )?\/(health|metrics|docs|openapi)/;

/**
 * Calls every route without a token and once as each role, and says in sentences where that differs from the table; also
 * which route the table forgets or invents, and which one answered with a failure of its own. An empty list is what one wants.
 */
export async function accessProblems(service: AnyTestService, table: AccessTable): Promise<string[]> {
  const routes = describeRoutes(service.running.app).filter(({ path }) => !operations.test(path));
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  const forgotten = names.filter((name) => !(name in table)).map((name) => `${name} is not in the table`);
  const invented = Object.keys(table).filter((name) => !names.includes(name));
  const problems = [...forgotten, ...invented.map((name) => `${name} is in the table, but there is no such route`)];
  for (const { method, path } of routes) {
    const allowed = table[`${method} ${path}`];
    if (allowed) problems.push(...(await probe(service, { method, path, allowed })));
  }
  return problems;
}

interface Probe {
  method: string;
  path: string;
  allowed: readonly Role[] | 'public';
}

const wrongConditions = [{ 'if-match': '"7"' }, { 'if-match': '*', 'idempotency-key': ' no key' }];

async function probe(service: AnyTestService, { method, path, allowed }: Probe): Promise<string[]> {
  const address = path.replaceAll(/:\w+/g, () => randomUUID());
  const problems: string[] = [];
  for (const headers of [{}, ...wrongConditions]) {
    const { status } = await service.anonymous.send(method, address, undefined, headers);
    if ((status !== 401) !== (allowed === 'public'))
      problems.push(`${method} ${path} answers ${status} to a caller without a token`);
  }
  for (const role of allowed === 'public' ? [] : roles) {
    const caller = await service.as({ roles: [role], areas: ['ZM'] });
    const { status, body } = await caller.send<{ code?: string }>(method, address);
    const isIn = !(status === 403 && body.code === 'access.not_allowed');
    if (isIn !== allowed.includes(role)) problems.push(`${method} ${path} ${isIn ? 'lets in' : 'refuses'} ${role}`);
    if (status >= 500) problems.push(`${method} ${path} answers ${status} to ${role}`);
    // There is no such record for any caller: the conditions of a change to it must not matter.
    if (status === 428) problems.push(`${method} ${path} asks ${role} for the version of what does not exist`);
  }
  return problems;
}
