import { mayDo, type Part } from './access.ts';
import { useSession } from './session.tsx';

/** Whether the signed-in person may see or do a part of a page; what they may not is absent. */
export const useMay = (part: Part): boolean => mayDo(part, useSession());
