import { inspect } from 'node:util';

/** What stands in a log, a trace or a message where a personal value would have been. */
export const hiddenValue = '[personal]';

/** A value about a person that must not leave by accident: printing, joining or serialising it gives `[personal]`. */
export class Personal<T = unknown> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself, for the one place that needs it. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return hiddenValue;
  }

  toJSON(): string {
    return hiddenValue;
  }

  [inspect.custom](): string {
    return hiddenValue;
  }
}

/** Marks a value as personal: hidden in logs, encrypted in the audit trail. */
export function personal<T>(value: T): Personal<T> {
  return new Personal(value);
}
