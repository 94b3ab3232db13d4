import { describe, expect, it } from '@jest/globals';

import { isOwnWork } from './own-work.ts';

const esther = { id: 'u-1', name: 'Esther Tembo', roles: ['payments-approver'], areas: ['ZM'] };

describe('who may approve a cycle', () => {
  it('is not who opened or submitted it', () => {
    const by = { openedBy: 'Esther Tembo', openedById: 'u-1', submittedBy: 'Other', submittedById: 'u-2' };
    expect(isOwnWork(by, esther)).toBe(true);
    expect(isOwnWork({ ...by, openedById: 'u-3', submittedById: 'u-1' }, esther)).toBe(true);
  });

  it('is a person of the same name who had no part in it', () => {
    const by = { openedBy: 'Esther Tembo', openedById: 'u-9', submittedBy: 'Esther Tembo', submittedById: 'u-9' };
    expect(isOwnWork(by, esther)).toBe(false);
  });

  it('is no one of that name while only names are known', () => {
    expect(isOwnWork({ openedBy: 'Esther Tembo' }, esther)).toBe(true);
    expect(isOwnWork({ openedBy: 'Other' }, esther)).toBe(false);
    expect(isOwnWork({ openedBy: 'Other' }, null)).toBe(false);
  });
});
