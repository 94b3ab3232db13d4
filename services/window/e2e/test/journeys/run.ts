import { Stage } from '../stage.ts';

/** What the journeys of one run share: the stack with its browser, and what one journey leaves for the next. */
export class Run {
  private opened: Stage | undefined;
  /** The application of the newcomer that the supervisor refuses, and the address of the appeal against it. */
  refusedApplication = '';
  appealAddress = '';

  get stage(): Stage {
    if (!this.opened) throw new Error('The journeys have not begun');
    return this.opened;
  }

  /** The address of the window. */
  get window(): string {
    return this.stage.window;
  }

  async begin(): Promise<void> {
    this.opened = await Stage.open();
  }

  async end(): Promise<void> {
    await this.opened?.close();
  }
}

/** The woman whom the caseworker of the journeys registers. */
export const newcomer = { givenNames: 'Xolani', familyName: 'Quist', bornOn: '1948-05-02' };
