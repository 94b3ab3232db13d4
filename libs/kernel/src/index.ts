export { invariant, InvariantError } from './invariant.ts';
