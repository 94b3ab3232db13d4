import { systemActor } from '@janela/platform';

/** Who does what the service does by itself. */
export const system = systemActor('eligibility');
