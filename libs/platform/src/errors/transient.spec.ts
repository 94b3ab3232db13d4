import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';

import { appError } from './app-error.ts';
import { databaseRefusal } from './database-refusal.ts';
import { errorName, isTransient } from './transient.ts';

class Refused extends appError('transient-spec.refused', 409, 'No') {}

const coded = (code: string, more: object = {}) => Object.assign(new Error('Chanda Mwape'), { code, ...more });
const fromDatabase = (code: string, more?: object) => new QueryFailedError('SELECT 1', [], coded(code, more));

const passing: [what: string, error: unknown, refusal: string | undefined][] = [
  ['a deadlock', fromDatabase('40P01'), 'service.busy'],
  ['a serialization failure', fromDatabase('40001'), 'service.busy'],
  ['a lock that was not to be had', fromDatabase('55P03'), 'service.busy'],
  ['a statement that took too long', fromDatabase('57014'), 'service.too_slow'],
  ['a lost connection', fromDatabase('08006'), 'service.database_unreachable'],
  ['a database that shuts down', fromDatabase('57P01'), 'service.database_unreachable'],
  ['too many connections', fromDatabase('53300'), 'service.database_unreachable'],
  ['a full disk', fromDatabase('53100'), 'service.database_unreachable'],
  ['a disk that fails', fromDatabase('58030'), 'service.database_unreachable'],
  ['an object in use', fromDatabase('55006'), 'service.database_unreachable'],
  ['a transaction that idled too long', fromDatabase('25P03'), 'service.database_unreachable'],
  ['a session that is ended', fromDatabase('28P01', { severity: 'FATAL' }), 'service.database_unreachable'],
  [
    'a connection that pg lost without a code',
    new Error('Connection terminated unexpectedly'),
    'service.database_unreachable',
  ],
  [
    'a pool without a free connection',
    new Error('timeout exceeded when trying to connect'),
    'service.database_unreachable',
  ],
  ['a server that refuses connections', coded('ECONNREFUSED'), 'service.database_unreachable'],
  ['a host without a route', coded('EHOSTUNREACH'), 'service.database_unreachable'],
  ['a failed fetch, by its cause', new TypeError('fetch failed', { cause: coded('ECONNRESET') }), undefined],
  ['a time limit', new DOMException('late', 'TimeoutError'), undefined],
];

const lasting: [what: string, error: unknown][] = [
  ['a refusal', new Refused()],
  ['a constraint', fromDatabase('23505')],
  ['a missing table', fromDatabase('42P01')],
  ['a value that does not fit its column', fromDatabase('22001')],
  ['a bug', new TypeError('Cannot read properties of undefined')],
  ['something that is no error', 'a string'],
];

describe('an error', () => {
  it.each(passing)('that is %s may pass, and a caller is asked to try again', (_, error, refusal) => {
    expect(isTransient(error)).toBe(true);
    expect(databaseRefusal(error)?.code).toBe(refusal);
  });

  it.each(lasting)('that is %s will not pass', (_, error) => {
    expect(isTransient(error)).toBe(false);
    expect(databaseRefusal(error)?.status ?? 500).not.toBe(503);
  });

  it('is named by its class and code, without what it says', () => {
    expect(errorName(fromDatabase('40P01'))).toBe('Error 40P01');
    expect(errorName(new RangeError('Chanda Mwape'))).toBe('RangeError');
    expect(errorName('Chanda Mwape')).toBe('string');
  });
});
