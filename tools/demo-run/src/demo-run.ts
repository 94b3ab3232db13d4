import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { bodyOf, conditions } from '@janela/api-client';
import { root } from '@janela/servers';
import type { ServiceAddresses } from '@janela/stack';
import type { Log } from '@janela/supervisor';

import { applyAndDecide, type Imported } from './apply.ts';
import { complain } from './complain.ts';
import { contribute } from './contribute.ts';
import { findDuplicates } from './duplicates.ts';
import { until } from './in-parallel.ts';
import { loadCountry, rowsOf } from './load-country.ts';
import { paidProgrammes, payCycle, periodNow } from './pay.ts';
import { peopleOf, type People } from './people.ts';
import { printFigures } from './figures.ts';

const country = 'zambia';

/**
 * The demonstration on the sample file, by the roles whose work it is, through the public APIs: import, screen, enrol, pay, reconcile,
 * complain, and the SDG table. Every step asks first what was done before, so that a second run does nothing twice.
 */
export async function runDemo(at: ServiceAddresses, log: Log): Promise<void> {
  const people = peopleOf(at);
  const households = await enrolSample(people, log);
  const period = periodNow();
  for (const programme of paidProgrammes) await payCycle(people, programme, period, log);
  await contribute(people, period, log);
  await complain(people, households, log);
  await printFigures(people, log);
}

/** The first half: the country, the sample's households, their applications and decisions. Money has not moved yet. */
async function enrolSample(people: People, log: Log): Promise<Imported[]> {
  await loadCountry(country, people, log);
  const households = await importSample(people, log);
  const suspects = await findDuplicates(people, log);
  await applyAndDecide(people, households, suspects, log);
  return households;
}

async function importSample({ administrator }: People, log: Log): Promise<Imported[]> {
  const text = readFileSync(join(root, 'countries', country, 'sample', 'households.csv'), 'utf8');
  const { id } = await bodyOf(
    administrator.registry.POST('/v1/imports', {
      body: text,
      bodySerializer: (file) => file,
      headers: { 'content-type': 'text/csv', ...conditions({ idempotencyKey: `main-job-${country}-sample` }) },
    }),
  );
  const { households } = await until('the import of the sample', async () => {
    const found = await bodyOf(administrator.registry.GET('/v1/imports/{id}', { params: { path: { id } } }));
    return ['finished', 'failed'].includes(found.state) ? found : undefined;
  });
  const { taken, unchanged, refused } = households;
  log(`Import: ${taken} households taken, ${unchanged} there already, ${refused} left out with their errors by row.`);
  return householdsOf(text);
}

/** The households of the sample by the numbers on their forms, and where each lives: its first row says it. */
function householdsOf(text: string): Imported[] {
  const areaOf = new Map<string, string>();
  for (const { household_ref: form = '', area_code: areaCode = '' } of rowsOf(text))
    if (!areaOf.has(form)) areaOf.set(form, areaCode);
  return [...areaOf].map(([form, areaCode]) => ({ form, areaCode }));
}
