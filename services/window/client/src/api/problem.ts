import type { Problem } from '@janela/contracts';

/** A refusal of a service, as it was answered; `code` is what the screen acts on, `detail` is never shown bare. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** No answer: the network, the gateway or the service is away. Nothing is known about what happened. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(
    message: string,
    /** Something was sent that may have been done; sending the same again does nothing twice. */
    readonly mayBeDone = false,
    /** What is asked again by itself, by the name under which its outcome is known. */
    readonly attempt?: string,
  ) {
    super(message);
  }
}

/** What was sent first, and never answered, had been done after all; what was changed since has not been sent. */
export class FirstWasDone extends Error {
  override readonly name = 'FirstWasDone';

  constructor(readonly answer: unknown) {
    super('first_was_done');
  }
}

/** What was tried again is over: what it was made on is another by now, by the first try or by another person. */
export class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

/** The session has ended; the screen offers to sign in again and loses nothing that was typed. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}
