import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';

import { inRequestContext } from '../context/request-context.ts';
import { createPino, Log } from './logger.ts';
import { personal } from './personal.ts';

function logged(write: (log: Log) => void): { text: string; line: Record<string, unknown> } {
  let text = '';
  const log = new Log(createPino('registry', 'trace', { write: (chunk: string) => (text += chunk) }));
  write(log);
  return { text, line: JSON.parse(text) as Record<string, unknown> };
}

describe('a log line', () => {
  it('says what happened, where and in which request', () => {
    const context = { requestId: 'r-1', traceId: 't-1', traceparent: '', actorId: 'amina' };
    const { line } = inRequestContext(context, () =>
      logged((log) => log.warn('A health check fails', { check: 'kafka' }, 'Health')),
    );
    expect(line).toMatchObject({
      level: 'warn',
      service: 'registry',
      msg: 'A health check fails',
      check: 'kafka',
      context: 'Health',
      requestId: 'r-1',
      traceId: 't-1',
      actorId: 'amina',
    });
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('does not name a person, however deep the name is', () => {
    const { text } = logged((log) =>
      log.log('registered', {
        household: { id: 'h-1', members: [{ given_names: 'Chanda', phone: '+260971234567', bornOn: '1956-03-01' }] },
      }),
    );
    expect(text).not.toMatch(/Chanda|260971|1956/);
    expect(text).toContain('h-1');
  });

  it('hides what is marked as personal under any name', () => {
    const { text } = logged((log) => log.log('called', { note: personal('Chanda'), list: [personal(1956)] }));
    expect(text).not.toMatch(/Chanda|1956/);
    expect(`${personal('Chanda')} ${JSON.stringify({ a: personal('Chanda') })}`).not.toContain('Chanda');
  });

  it('hides tokens, cookies, passwords and bodies', () => {
    const { text } = logged((log) =>
      log.log('in', {
        headers: { authorization: 'Bearer s3cret', cookie: 's3cret' },
        password: 's3cret',
        body: { a: 's3cret' },
      }),
    );
    expect(text).not.toContain('s3cret');
  });

  it('masks telephone numbers, e-mail addresses and identity numbers in free text, and keeps ids', () => {
    const id = '0199c0de-1234-7abc-8def-123456789012';
    const { line } = logged((log) => log.log(`${id} called from +260 97 1234567, 123456/78/1, chanda@example.org`));
    expect(line.msg).toBe(`${id} called from •••, •••, •••`);
  });

  it('says where an error of the database happened but not what it quotes', () => {
    const driverError = Object.assign(new Error('duplicate key value: Key (phone)=(+260971234567) already exists'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (phone)=(+260971234567)',
      constraint: 'people_phone_once',
    });
    const error = new QueryFailedError('INSERT INTO people VALUES ($1)', ['+260971234567', 'Chanda'], driverError);
    const { text, line } = logged((log) => log.error('service.internal_error', { err: error }, 'ProblemFilter'));
    expect(text).not.toMatch(/260971|Chanda/);
    expect(line.err).toMatchObject({ message: 'database error 23505', code: '23505', constraint: 'people_phone_once' });
    expect((line.err as { stack: string }).stack).toMatch(/^\s+at /);
  });

  it('keeps the stack of an error but not the first lines, which repeat its message', () => {
    const { text, line } = logged((log) => log.error(new Error('Chanda of chanda@example.org'), 'Somewhere'));
    expect(line.err).toMatchObject({ message: 'Chanda of •••' });
    expect((line.err as { stack: string }).stack).not.toContain('Chanda');
    expect(text.split('\n').filter(Boolean)).toHaveLength(1);
  });

  it('does not repeat what a parser could not read', () => {
    const { text } = logged((log) => {
      try {
        JSON.parse('Chanda Mwape');
      } catch (error) {
        log.error('unreadable', { err: error }, 'Somewhere');
      }
    });
    expect(text).not.toContain('Chanda');
    expect(text).toContain('could not be parsed');
  });

  it('stays one line, and of bounded size, whatever is logged', () => {
    const loop: Record<string, unknown> = { many: Array.from({ length: 10_000 }, () => 'x') };
    loop.self = loop;
    const { text } = logged((log) => log.log('forged\n{"level":"info"}', loop));
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(text.length).toBeLessThan(10_000);
  });
});
