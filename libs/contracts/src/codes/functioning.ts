import { z } from 'zod';

/** The questions of the Washington Group Short Set, in the order in which they are asked. */
export const functioningDomains = ['seeing', 'hearing', 'walking', 'remembering', 'selfCare', 'communicating'] as const;
export type FunctioningDomain = (typeof functioningDomains)[number];

/** How much difficulty: 1 none, 2 some, 3 a lot, 4 cannot do it at all. */
export const FunctioningLevel = z.int().min(1).max(4);
export type FunctioningLevel = z.infer<typeof FunctioningLevel>;

/** The fields of `functioning`. A domain that is left out was not answered. */
export const functioningShape = {
  seeing: FunctioningLevel.optional(),
  hearing: FunctioningLevel.optional(),
  walking: FunctioningLevel.optional(),
  remembering: FunctioningLevel.optional(),
  selfCare: FunctioningLevel.optional(),
  communicating: FunctioningLevel.optional(),
} satisfies Record<FunctioningDomain, z.ZodType>;
