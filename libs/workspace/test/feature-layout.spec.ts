import { globSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { layoutProblems } from './feature-layout.ts';
import { textOf, workspaceRoot } from './sources.ts';

/** What does not keep to the layout yet. What is put right must be taken out here; none may be added. */
const known = [
  'services/eligibility/src/applications/decide-application.ts declares no DecideApplication or DecideApplicationService',
  'services/eligibility/src/applications/submit-application.ts declares no SubmitApplication or SubmitApplicationService',
  'services/eligibility/src/household-facts/households.service.ts declares no HouseholdsService',
  'services/eligibility/src/programmes/publish-version.ts declares no PublishVersion or PublishVersionService',
  'services/grievances/src/cases/drawer.ts declares no Drawer or DrawerService',
  'services/grievances/src/subjects/subjects.entity.ts declares no SubjectsEntity',
  'services/identity/src/server.ts declares no Server or ServerService',
  'services/payments/src/cycles/close-cycle.ts declares no CloseCycle or CloseCycleService',
  'services/payments/src/cycles/comparison.ts declares no Comparison or ComparisonService',
  'services/payments/src/cycles/decide-cycle.ts declares no DecideCycle or DecideCycleService',
  'services/payments/src/cycles/open-cycle.ts declares no OpenCycle or OpenCycleService',
  'services/payments/src/funds/decide-funds.ts declares no DecideFunds or DecideFundsService',
  'services/payments/src/ledger/ledger.entity.ts declares no LedgerEntity',
  'services/payments/src/outcomes/book-settlement.ts declares no BookSettlement or BookSettlementService',
  'services/payments/src/outcomes/decide-settlement.ts declares no DecideSettlement or DecideSettlementService',
  'services/registry/src/imports/receive-file.ts declares no ReceiveFile or ReceiveFileService',
  'services/reporting/src/figures/place-and-day.ts declares no PlaceAndDay or PlaceAndDayService',
  'services/window/server/src/country/country.service.ts declares no CountryService',
  'services/window/server/src/pages/pages.service.ts declares no PagesService',
  'services/window/server/src/session/redis.ts declares no Redis or RedisService',
  'services/window/server/src/session/sessions.service.ts declares no SessionsService',
];

const folders = globSync('services/{*,window/server}/src', { cwd: workspaceRoot });

describe('the files of a service', () => {
  it('lie in a feature’s folder and declare what their names say, but for those that are known', () => {
    const problems = folders.flatMap((src) =>
      globSync('**/*.ts', { cwd: join(workspaceRoot, src) }).flatMap((path) =>
        layoutProblems(path, textOf(join(src, path))).map((problem) => `${src}/${problem}`),
      ),
    );
    expect(folders.length).toBeGreaterThan(7);
    expect(problems.toSorted()).toEqual(known.toSorted());
  });
});

describe('a file that does not keep to the layout', () => {
  it.each([
    ['cases.controller.ts', 'export class CasesController {}', ['cases.controller.ts lies outside a feature’s folder']],
    ['cases/case.consumer.ts', 'export class CaseConsumer {}', ['cases/case.consumer.ts lies outside consumers/']],
    ['cases/cases.service.ts', 'export class Cases {}', ['cases/cases.service.ts declares no CasesService']],
    ['cases/case-step.entity.ts', 'class CaseStepEntity {}', ['cases/case-step.entity.ts declares no CaseStepEntity']],
    [
      'cases/file-case.ts',
      '@Injectable()\nexport class CaseFiler {}',
      ['cases/file-case.ts declares no FileCase or FileCaseService'],
    ],
  ])('is named: %s', (path, text, problems) => {
    expect(layoutProblems(path, text)).toEqual(problems);
  });

  it.each([
    ['cases/case-step.entity.ts', 'export class CaseStepEntity {}'],
    ['consumers/case.consumer.ts', 'export class CaseConsumer {}'],
    ['cases/file-case.ts', '@Injectable()\nexport class FileCaseService {}'],
    ['cases/case-writer.ts', '@Injectable()\nexport class CaseWriter {}'],
    ['cases/states.ts', 'export class Anything {}'],
    ['cases/cases.service.spec.ts', ''],
    ['grievances.errors.ts', ''],
  ])('is not one that does: %s', (path, text) => {
    expect(layoutProblems(path, text)).toEqual([]);
  });
});
