export {
  addressesAt,
  answers,
  asEnvironment,
  fixedPorts,
  freePort,
  freePorts,
  givenAddresses,
  requireFree,
} from './addresses.ts';
export type { Addresses, Ports } from './addresses.ts';
export {
  admitOnly,
  appGroup,
  createDatabases,
  createRoles,
  declaredDatabases,
  grantDefaults,
  rolesOf,
  urlOf,
  withClient,
} from './databases.ts';
export type { Roles } from './databases.ts';
export { aclsOf, applyAccess, declaredAccess } from './access.ts';
export type { Access, AccessList } from './access.ts';
export { brokerSettings, prepareKafka } from './kafka.ts';
export type { GuardedKafka } from './kafka.ts';
export { prepare } from './prepare.ts';
export { forgetfulArguments, initdbFlags, postgresArguments, preparePostgres } from './postgres.ts';
export { redisArguments } from './redis.ts';
export { composeNames, composeVariables } from './docker.ts';
export { startProcesses } from './processes.ts';
export { thisMachine } from './programs.ts';
export { downloads, newFolder, root, startServers, temporaryFolder } from './servers.ts';
export type { Servers, ServersOptions } from './servers.ts';
export { createTopics, declaredTopics, withAdmin } from './topics.ts';
export type { Topic } from './topics.ts';
export { requireChromium } from './chromium.ts';
