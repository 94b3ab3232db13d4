/** A value from outside is not what it claims to be: a refusal to pass on with its `code`, not a bug. */
export class InvalidValue extends Error {
    constructor(code, message) {
        super(message);
        this.name = 'InvalidValue';
        this.code = code;
    }
}
