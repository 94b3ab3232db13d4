/** A broken promise inside our own code: a bug, never a refusal. It is not caught; the process or request fails loudly. */
export class InvariantError extends Error {
    constructor() {
        super(...arguments);
        this.name = 'InvariantError';
    }
}
/** States what must hold here. Throws `InvariantError` with the message when it does not. */
export function invariant(condition, message) {
    if (!condition)
        throw new InvariantError(message);
}
