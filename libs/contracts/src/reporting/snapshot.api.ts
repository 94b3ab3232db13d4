import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { Instant, PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';

/** `POST /v1/snapshots` */
export const TakeSnapshot = z.strictObject({ indicator: z.literal('1.3.1'), asOf: PlainDate });
export type TakeSnapshot = z.infer<typeof TakeSnapshot>;

/** Figures as they were published; `hash` is the SHA-256 of the bytes that `GET /v1/snapshots/{id}/table` answers, in hexadecimal. */
export const Snapshot = z.object({
  id: Id,
  indicator: z.string(),
  areaCode: AreaCode,
  asOf: PlainDate,
  hash: z.string(),
  publishedBy: z.string(),
  publishedAt: Instant,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** The query of `GET /v1/snapshots`. */
export const ListSnapshots = listQuery({});
export type ListSnapshots = z.infer<typeof ListSnapshots>;
