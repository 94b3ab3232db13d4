export { interruption } from './interruption.ts';
export { log, type Log } from './log.ts';
export { identityOf, isAlive } from './process-identity.ts';
export { type ManagedProcess, ProcessSupervisor } from './process-supervisor.ts';
export { type Ended, runToEnd } from './run-to-end.ts';
export { ServerProcess } from './server-process.ts';
export { UserError, userErrorOf } from './user-error.ts';
