import { readFileSync } from 'node:fs';

import type { FileCase, PublishCategory } from '@janela/contracts';

export const samfya = 'ZM104011';
export const lunga = 'ZM104005';

/** The categories of Zambia, as its data say them. */
export const categories: PublishCategory[] = (
  JSON.parse(readFileSync(new URL('../../../countries/zambia/grievances.json', import.meta.url), 'utf8')) as {
    categories: (PublishCategory & { source: string; status: string })[];
  }
).categories.map(({ source: _source, status: _status, ...category }) => category);

/** Returns the body of a complaint at the window, about nothing in particular, in Samfya. */
export function complaint(about: Partial<FileCase> = {}): FileCase {
  const isSomewhere = about.householdId ?? about.applicationId ?? about.paymentId;
  return {
    category: 'service_quality',
    description: 'We were sent away twice.',
    channel: 'window',
    ...(isSomewhere === undefined && { areaCode: samfya }),
    ...about,
  };
}
