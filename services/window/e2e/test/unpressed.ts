import type { Control } from './controls.ts';

/**
 * What the journeys show and press nowhere, each with the reason. A control that is neither pressed nor listed here fails the
 * run, and so does a reason that is not needed any more.
 */
export const unpressed: ReadonlyMap<Control, string> = new Map(
  Object.entries({
    'link Skip to the page on /': 'It moves the focus within the page; the keyboard journey goes past it.',
  }),
);
