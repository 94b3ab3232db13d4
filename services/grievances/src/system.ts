import { systemActor } from '@janela/platform';

/** The service itself, where it acts without a caller. */
export const system = systemActor('grievances');
