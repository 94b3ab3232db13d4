import type { ReactNode } from 'react';

import { useTimeZone } from '../api/country.ts';
import { TimeZone } from '../language/language.tsx';

/** Shows every day and hour below it as the country counts them. */
export function CountryZone({ children }: { children: ReactNode }) {
  return <TimeZone value={useTimeZone()}>{children}</TimeZone>;
}
