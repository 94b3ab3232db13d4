import { aged, household, member } from './households.ts';

/** A widow of more than 70 who walks with a lot of difficulty, and two grandchildren: K800 every two months. */
export const widow = household({
  members: [
    member({
      bornOn: '1952-03-01',
      functioning: { seeing: 1, hearing: 1, walking: 3, remembering: 1, selfCare: 1, communicating: 1 },
    }),
    aged(10, { relationship: 'grandchild' }),
    aged(8, { relationship: 'grandchild' }),
  ],
});

/** An old man by himself, without a disability: K400. */
export const oldMan = household({ members: [member({ sex: 'male', bornOn: '1950-06-01' })] });

/** An old woman who was not asked how well she can see, listen and walk: she qualifies, but for how much is not known. */
const { functioning: _, ...unasked } = member({ bornOn: '1950-06-01' });
export const oldWomanUnasked = household({ members: [unasked] });

/** Two who can work, without children. */
export const couple = household({ members: [member(), member({ sex: 'male', relationship: 'spouse' })] });

/** A household of which no one knows how long it has lived where it does. */
export const newcomer = { ...oldMan, residence: {} };

/** Returns the same household in another area. */
export function livingIn<T extends { areaCode: string }>(areaCode: string, home: T): T {
  return { ...home, areaCode };
}
