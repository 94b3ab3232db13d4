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
export type { AccessList } from './access.ts';
export { prepareKafka } from './kafka.ts';
export type { GuardedKafka } from './kafka.ts';
export { Leash } from './leash.ts';
export { prepare } from './prepare.ts';
export { preparePostgres } from './postgres.ts';
export { startProcesses } from './processes.ts';
export { thisMachine } from './programs.ts';
export { Refusal } from './refusal.ts';
export { sayAloud } from './say.ts';
export type { Say } from './say.ts';
export { ServerProcess } from './server-process.ts';
export { downloads, root, startServers, temporaryFolder } from './servers.ts';
export type { Servers, ServersOptions } from './servers.ts';
export { createTopics, declaredTopics, withAdmin } from './topics.ts';
export type { Topic } from './topics.ts';
export { requireChromium } from './chromium.ts';
export { buildAll } from './house/build.ts';
export { memoryFlags, startHouse } from './house/house.ts';
export type { House, HouseOptions } from './house/house.ts';
export { services } from './house/services.ts';
export type { Service } from './house/services.ts';
export { runMainJob } from './main-job/main-job.ts';
export { periodNow } from './main-job/pay.ts';
export { peopleOf } from './main-job/people.ts';
export type { People } from './main-job/people.ts';
