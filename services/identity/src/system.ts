import { systemActor } from '@janela/platform';

/** What identity does by itself, as the audit trail names it. */
export const system = systemActor('identity');

/** The author of commands to an installation that has no administrator yet. */
export const operator = systemActor('operator');
