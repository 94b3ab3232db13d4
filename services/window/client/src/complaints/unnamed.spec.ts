import { describe, expect, it } from '@jest/globals';

import { sentAbout } from './unnamed.ts';

const about = { householdId: '0199f7a2-0000-7000-8000-000000000001' };

describe('a person who does not want to be named', () => {
  it('is not named by the household from whose page the complaint is filed', () => {
    expect(sentAbout(about, { anonymous: true, needs: [] })).toEqual({});
    expect(sentAbout(about, { anonymous: false, needs: [] })).toEqual(about);
  });

  it('leaves the household on a complaint that is about it', () => {
    expect(sentAbout(about, { anonymous: true, needs: ['household'] })).toEqual(about);
  });
});
