import { systemActor } from '@janela/platform';

/** The registry itself, where it acts without a caller. */
export const system = systemActor('registry');
