export * from './identity/demonstration.ts';
export * from './identity/roles.ts';
