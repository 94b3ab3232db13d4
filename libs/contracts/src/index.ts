export * from './identity/demonstration.ts';
export * from './identity/roles.ts';
export * from './eligibility/programme.ts';
export * from './eligibility/rule-set.ts';
export * from './eligibility/scorecard.ts';
