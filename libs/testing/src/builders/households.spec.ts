import { HouseholdFacts, RegisterHousehold } from '@janela/contracts';
import { describe, expect, it } from '@jest/globals';

import { fullHousehold, grandchild, household, householdFacts, member, memberFacts } from './households.ts';

describe('made households', () => {
  it.each([
    ['as little as can be said', household()],
    ['everything that can be said', fullHousehold()],
    ['one person alone', household({ members: [member({ sex: 'male' })] })],
    ['three of a family', household({ members: [member(), grandchild(), grandchild({ givenNames: 'Bwalya' })] })],
  ])('can be registered: %s', (_, body) => {
    expect(RegisterHousehold.parse(body)).toEqual(body);
  });

  it('leave nothing unanswered when they are full', () => {
    const asked = Object.keys(RegisterHousehold.shape).filter((field) => field !== 'externalReference');
    expect(Object.keys(fullHousehold()).sort()).toEqual(asked.sort());
  });

  it('are as large as their members are many', () => {
    const facts = householdFacts({ members: [memberFacts(), memberFacts({ relationship: 'grandchild' })] });
    expect(HouseholdFacts.parse(facts).size).toBe(2);
    expect(new Set(facts.members.map(({ personId }) => personId)).size).toBe(2);
  });
});
