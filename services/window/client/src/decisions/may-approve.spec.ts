import { describe, expect, it } from '@jest/globals';
import type { Application } from '@janela/contracts';

import { mayApprove } from './may-approve.ts';

const application = (more: object = {}) =>
  ({
    recommendation: { outcome: 'eligible', amountKnown: true },
    mayBeJudged: true,
    suspectedDuplicates: [],
    ...more,
  }) as unknown as Application;
const nothing = { reason: '', duplicateReason: '', isShown: true };

describe('an application', () => {
  it('that the rules recommend can be approved without a word', () => {
    expect(mayApprove(application(), nothing)).toBe(true);
  });

  it.each([
    ['whose facts have not arrived', { recommendation: undefined }],
    ['whose amount is not known', { recommendation: { outcome: 'eligible', amountKnown: false } }],
    ['without consent', { mayBeJudged: false }],
    ['of which it is not said whether there is consent', { mayBeJudged: undefined }],
  ])('%s cannot be approved, whatever is written', (_what, more) => {
    expect(mayApprove(application(more), { reason: 'So', duplicateReason: 'So', isShown: true })).toBeFalsy();
  });

  it('is not approved while it is not shown whom it is for and where the money would go', () => {
    expect(mayApprove(application(), { reason: 'So', duplicateReason: 'So', isShown: false })).toBe(false);
  });

  it('that the rules do not recommend needs a reason', () => {
    const other = application({ recommendation: { outcome: 'ineligible', amountKnown: true } });
    expect([mayApprove(other, nothing), mayApprove(other, { ...nothing, reason: 'So' })]).toEqual([false, true]);
  });

  it('of a person who may be in the programme already needs a reason of its own', () => {
    const suspected = application({ suspectedDuplicates: [{ needsReason: true }] });
    expect(mayApprove(suspected, { ...nothing, reason: 'So' })).toBe(false);
    expect(mayApprove(suspected, { ...nothing, duplicateReason: 'They are two' })).toBe(true);
    expect(mayApprove(application({ suspectedDuplicates: [{ needsReason: false }] }), nothing)).toBe(true);
  });
});
