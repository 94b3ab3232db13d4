import { describe, expect, it } from '@jest/globals';
import type { Decision } from '@janela/contracts';

import { ownPart } from './own-part.ts';

const earlier = { decidedBy: 'Joseph Bwalya' } as Decision;
const application = { submittedBy: 'Mutinta Phiri', earlierDecisions: [earlier] };

describe('a supervisor who is about to decide an application', () => {
  it('reads beforehand that a person of their name took it in or decided it before', () => {
    expect(ownPart(application, 'Mutinta Phiri')).toBe('tookIn');
    expect(ownPart(application, 'Joseph Bwalya')).toBe('decidedBefore');
  });

  it('reads nothing where others did', () => {
    expect(ownPart(application, 'Peter Kunda')).toBeUndefined();
    expect(ownPart({ ...application, earlierDecisions: [] }, 'Joseph Bwalya')).toBeUndefined();
    expect(ownPart(application, undefined)).toBeUndefined();
  });
});
