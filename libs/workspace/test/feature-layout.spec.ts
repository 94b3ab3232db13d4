import { globSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { layoutProblems } from './feature-layout.ts';
import { textOf, workspaceRoot } from './sources.ts';

/** What does not keep to the layout yet. What is put right must be taken out here; none may be added. */
const known = [
  'services/eligibility/src/household-facts/households.service.ts declares no HouseholdsService',
  'services/grievances/src/subjects/subjects.entity.ts declares no SubjectsEntity',
  'services/payments/src/ledger/ledger.entity.ts declares no LedgerEntity',
  'services/window/server/src/country/country.service.ts declares no CountryService',
  'services/window/server/src/pages/pages.service.ts declares no PagesService',
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
    expect(problems.toSorted()).toEqual(known);
  });
});

describe('a file that does not keep to the layout', () => {
  it.each([
    ['cases.controller.ts', 'export class CasesController {}', ['cases.controller.ts lies outside a feature’s folder']],
    ['cases/case.consumer.ts', 'export class CaseConsumer {}', ['cases/case.consumer.ts lies outside consumers/']],
    ['cases/cases.service.ts', 'export class Cases {}', ['cases/cases.service.ts declares no CasesService']],
    ['cases/case-step.entity.ts', 'class CaseStepEntity {}', ['cases/case-step.entity.ts declares no CaseStepEntity']],
  ])('is named: %s', (path, text, problems) => {
    expect(layoutProblems(path, text)).toEqual(problems);
  });

  it.each([
    ['cases/case-step.entity.ts', 'export class CaseStepEntity {}'],
    ['consumers/case.consumer.ts', 'export class CaseConsumer {}'],
    ['cases/file-case.ts', 'export class FileCaseService {}'],
    ['cases/cases.service.spec.ts', ''],
    ['grievances.errors.ts', ''],
  ])('is not one that does: %s', (path, text) => {
    expect(layoutProblems(path, text)).toEqual([]);
  });
});
