import type { Application, SubmitApplication, Programme, ProgrammeDefinition } from '@janela/contracts';
import { type Answer, type Caller, type Harness, ok, startHarness } from '@janela/testing';
import { jest } from '@jest/globals';

import { migrations } from '../src/data-source.ts';
import { EligibilityConfig } from '../src/eligibility.config.ts';
import { EligibilityModule } from '../src/eligibility.module.ts';
import { zambia } from './support/zambia.ts';

jest.setTimeout(60_000);

/** Starts the whole service, on a database and a port of its own; `stop()` it afterwards. */
export function startEligibility(environment: Readonly<Record<string, string>> = {}): Promise<Harness<'eligibility'>> {
  return startHarness(EligibilityModule, {
    service: 'eligibility',
    config: EligibilityConfig,
    migrations,
    environment,
  });
}

/** Loads scorecard and programmes of Zambia and publishes every version, as two people do. */
export async function loadZambia(eligibility: Harness<'eligibility'>): Promise<void> {
  const designer = await eligibility.as('designer');
  ok(await designer.put('/v1/scorecards/ppi_zmb_2015', zambia.ppi));
  for (const document of Object.values(zambia.programmes)) await loadProgramme(eligibility, document);
}

/** Writes a programme and publishes its versions, in their order. */
export async function loadProgramme(
  eligibility: Harness<'eligibility'>,
  document: unknown,
  reason?: string,
): Promise<Programme> {
  const written = ok(await (await eligibility.as('designer')).untyped.post<Programme>('/v1/programmes', document));
  const publisher = await eligibility.as('publisher');
  for (const { version } of written.versions) {
    ok(await publisher.post(`/v1/programmes/${written.id}/versions/${version}/publish`, reason ? { reason } : {}));
  }
  return written;
}

/** Returns a programme of Zambia, changed to what a test is about. */
export function programmeLike(
  like: keyof typeof zambia.programmes,
  changes: Partial<ProgrammeDefinition>,
): ProgrammeDefinition {
  return { ...structuredClone(zambia.programmes[like] as ProgrammeDefinition), ...changes };
}

/** Applies, and returns the application. */
export async function applied(caller: Caller<'eligibility'>, body: SubmitApplication): Promise<Application> {
  return ok(await caller.post('/v1/applications', body));
}

/** Returns status and code of an answer. */
export function outcome({ status, body }: Answer<unknown>): [number, string | undefined] {
  return [status, (body as { code?: string }).code];
}
