import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { backOffMs } from './back-off.ts';
import { DeclaredJobs } from './declared-jobs.ts';
import { defineJob, keyOf } from './job.ts';

const personId = '01970000-0000-7000-8000-000000000001';
const RemindOfficer = defineJob('grievances.remind-officer', {
  ids: { caseId: 'uuid', areaCode: 'code', step: 'number', on: 'date' },
});
const ids = { caseId: personId, areaCode: 'ZM104011', step: 2, on: '2026-11-20' };

describe('a job', () => {
  it('receives ids and nothing else', () => {
    expect(RemindOfficer.idsFrom(ids)).toEqual(ids);
  });

  it.each([
    ['a name with a blank', { areaCode: 'Chanda Mwape' }],
    ['a telephone number', { areaCode: '+260971234567' }],
    ['a telephone number without its plus', { areaCode: '260971234567' }],
    ['a national registration number', { areaCode: '123456/78/1' }],
    ['an empty code', { areaCode: '' }],
    ['a code of more than 64 characters', { areaCode: 'A'.repeat(65) }],
    ['something that is no uuid', { caseId: 'ZM104011' }],
    ['a fraction', { step: 1.5 }],
    ['a negative number', { step: -1 }],
    ['a number that could be a telephone', { step: 2_147_483_648 }],
    ['a day that does not exist', { on: '2026-02-30' }],
    ['a missing id', { caseId: undefined }],
    ['an id that was not declared', { note: 'x' }],
  ])('refuses %s', (_what, wrong) => {
    expect(() => RemindOfficer.idsFrom({ ...ids, ...wrong })).toThrow(/^grievances.remind-officer takes ids only: /);
  });

  it('does not repeat what it refuses', () => {
    expect(() => RemindOfficer.idsFrom({ ...ids, areaCode: 'Chanda Mwape' })).not.toThrow(/Chanda/);
  });

  it('has one key for the same ids in any order', () => {
    const entries = Object.entries(ids);

    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(keyOf(Object.fromEntries(shuffled))).toBe(keyOf(ids));
      }),
    );
  });

  it('has another key for other ids', () => {
    expect(keyOf({ ...ids, step: 3 })).not.toBe(keyOf(ids));
  });

  it.each(['score-duplicates', 'registry.score', 'Registry.score-duplicates', 'registry.scoreDuplicates', 'registry.'])(
    'is not called %s',
    (name) => {
      expect(() => defineJob(name)).toThrow(`the job "${name}" is not <service>.<verb>-<noun>`);
    },
  );

  it('that recurs has no ids', () => {
    expect(() => defineJob('registry.purge-imports', { every: '0 3 * * *', ids: { personId: 'uuid' } })).toThrow(
      'registry.purge-imports recurs',
    );
  });

  it.each([0, 51])('is not tried %d times', (attempts) => {
    expect(() => defineJob('registry.purge-imports', { attempts })).toThrow('attempts must be 1 to 50');
  });
});

describe('the jobs of a service', () => {
  const one = defineJob('registry.score-duplicates');

  it('are its own', () => {
    expect(() => new DeclaredJobs('payments', [one])).toThrow('registry.score-duplicates is not a job of payments');
  });

  it('are declared once', () => {
    expect(() => new DeclaredJobs('registry', [one, one])).toThrow('registry.score-duplicates is declared twice');
  });

  it('are refused when they are not declared, with what to write', () => {
    expect(() => new DeclaredJobs('registry', []).get(one.name)).toThrow(
      "registry.score-duplicates is not declared: add it to jobs in JobsModule.forService({ service: 'registry', … })",
    );
  });
});

describe('the back-off', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [12, 2_048_000],
    [13, 3_600_000],
    [50, 3_600_000],
  ])('after attempt %d is %d ms', (attempt, ms) => {
    expect(backOffMs(attempt)).toBe(ms);
  });
});
