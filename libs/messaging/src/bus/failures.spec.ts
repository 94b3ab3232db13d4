import { errorName, appError } from '@janela/platform';
import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';

import { failureOf, type Failure } from './failures.ts';

class Refused extends appError('failures-spec.refused', 409, 'No') {}

const coded = (code: string) => Object.assign(new Error('Chanda Mwape'), { code });
const fromDatabase = (code: string) => new QueryFailedError('SELECT 1', [], coded(code));

const cases: [what: string, error: unknown, failure: Failure][] = [
  ['a refusal', new Refused(), 'permanent'],
  ['a deadlock', fromDatabase('40P01'), 'transient'],
  ['a serialization failure', fromDatabase('40001'), 'transient'],
  ['a lost connection', fromDatabase('08006'), 'transient'],
  ['a database that shuts down', fromDatabase('57P01'), 'transient'],
  ['a statement that took too long', fromDatabase('57014'), 'transient'],
  ['too many connections', fromDatabase('53300'), 'transient'],
  ['a full disk', fromDatabase('53100'), 'transient'],
  ['a lock that was not to be had', fromDatabase('55P03'), 'transient'],
  ['a transaction that idled too long', fromDatabase('25P03'), 'transient'],
  ['a connection that pg lost without a code', new Error('Connection terminated unexpectedly'), 'transient'],
  ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), 'transient'],
  ['a server that refuses connections', coded('ECONNREFUSED'), 'transient'],
  ['a failed fetch, by its cause', new TypeError('fetch failed', { cause: coded('ECONNRESET') }), 'transient'],
  ['a time limit', AbortSignal.timeout(0).reason ?? new DOMException('late', 'TimeoutError'), 'transient'],
  ['a constraint', fromDatabase('23505'), 'unexpected'],
  ['a missing table', fromDatabase('42P01'), 'unexpected'],
  ['a value that does not fit its column', fromDatabase('22001'), 'unexpected'],
  ['a bug', new TypeError('Cannot read properties of undefined'), 'unexpected'],
  ['something that is no error', 'a string', 'unexpected'],
];

describe('a failure', () => {
  it.each(cases)('that is %s is judged by its kind', (_, error, failure) => {
    expect(failureOf(error)).toBe(failure);
  });

  it('is named by its class and code, without what it says', () => {
    expect(errorName(fromDatabase('40P01'))).toBe('Error 40P01');
    expect(errorName(new RangeError('Chanda Mwape'))).toBe('RangeError');
    expect(errorName('Chanda Mwape')).toBe('string');
  });
});
