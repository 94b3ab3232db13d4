import { dateIn } from '@janela/kernel';
import type { Period as KernelPeriod, PlainDate as KernelPlainDate } from '@janela/kernel';
import { z } from 'zod';

/** A real day, `YYYY-MM-DD`, of the year 1 or later. */
export const PlainDate = z.iso.date().refine((date) => date > '0001', 'is before the year 1') as unknown as z.ZodType<
  KernelPlainDate,
  KernelPlainDate
>;
export type PlainDate = KernelPlainDate;

/** A day that has come somewhere on Earth. Services that know their country's time zone may be stricter. */
export const PastDate = PlainDate.refine((date) => date <= dateIn('Pacific/Kiritimati', new Date()), {
  error: 'lies in the future',
  params: { code: 'date_in_future' },
});

/** The first month of what a payment is for, `YYYY-MM`. */
export const Period = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((period) => period > '0001', 'is before the year 1')
  .meta({ title: 'period, `YYYY-MM`', description: 'By its first month.' }) as unknown as z.ZodType<
  KernelPeriod,
  KernelPeriod
>;
export type Period = KernelPeriod;

/** A moment in UTC, RFC 3339. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;
