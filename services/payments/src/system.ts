import { systemActor } from '@janela/platform';

/** The service itself, where no person acts. */
export const system = systemActor('payments');
