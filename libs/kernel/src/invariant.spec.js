import { describe, expect, it } from '@jest/globals';
import { invariant, InvariantError } from "./invariant.js";
describe('invariant', () => {
    it('says nothing while its condition holds', () => {
        expect(() => invariant(1 + 1 === 2, 'arithmetic')).not.toThrow();
    });
    it('names what was broken', () => {
        expect(() => invariant(false, 'the ledger adds up')).toThrow(new InvariantError('the ledger adds up'));
    });
});
