import { backOff } from '@janela/kernel';

/** Returns how long to wait after the n-th attempt (from 1): one second, doubled each time, an hour at most. */
export const backOffMs = backOff({ first: 1_000, most: 3_600_000 });
