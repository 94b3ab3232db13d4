import { describe, expect, it } from '@jest/globals';

import { consumerProblems, layoutProblems, moduleProblems } from './feature-layout.ts';
import { findProblems, newProblems, readBaseline } from './layout-baseline.ts';

describe('the services', () => {
  const problems = findProblems();
  const baseline = readBaseline();

  it('keep to the layout, but for what was there before', () => {
    expect(newProblems(problems, baseline)).toEqual([]);
  });

  it('are looked at again when less is left: if not, run `npm run layout` and commit the file', () => {
    expect(newProblems(baseline, problems)).toEqual([]);
  });

  it('are named with what is new, file by file', () => {
    const before = { 'services/payments/src': ['one', 'two'] };

    expect(newProblems({ 'services/payments/src': ['two'] }, before)).toEqual([]);
    expect(newProblems({ 'services/payments/src': ['three'], 'services/registry/src': ['one'] }, before)).toEqual([
      ...['services/payments/src/three', 'services/registry/src/one'],
    ]);
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
    [
      'cases/submit-case.ts',
      '@Injectable()\nexport class SubmitCase {}',
      ['cases/submit-case.ts declares no SubmitCaseService'],
    ],
    [
      'cases/case-reader.ts',
      "import { ListCases } from './cases.controller.ts';",
      ['cases/case-reader.ts imports a controller, which only its module does'],
    ],
    [
      'cases/cases.controller.ts',
      'const ListCases = listQuery({});\nexport class CasesController {}',
      ['cases/cases.controller.ts declares the query of a list, which the contracts do'],
    ],
    [
      'cases/cases.controller.ts',
      'const CaseId = z.strictObject({ id: Id });\nexport class CasesController {}',
      ['cases/cases.controller.ts declares the id of a route again, which is IdParam'],
    ],
    [
      'cases/case.errors.ts',
      "export const { CaseClosed } = appErrors('grievances', {});",
      ['cases/case.errors.ts declares refusals, which <service>.errors.ts does'],
    ],
    [
      'grievances.errors.ts',
      "export class CaseClosed extends appError('grievances.case_closed', 409, 'It is closed') {}",
      ['grievances.errors.ts declares refusals one by one, and not as a table'],
    ],
    [
      'deadlines/due-jobs.ts',
      "export const RemindOfficer = defineJob('grievances.remind', {});",
      ['deadlines/due-jobs.ts has a job outside <feature>.jobs.ts'],
    ],
    [
      'imports/imports.jobs.ts',
      '@Injectable()\nexport class ImportJobs {}',
      ['imports/imports.jobs.ts declares no ImportsJobs'],
    ],
    ['imports.jobs.ts', 'export class ImportsJobs {}', ['imports.jobs.ts lies outside a feature’s folder']],
    [
      'deadlines/deadlines.jobs.ts',
      "const system = systemActor('grievances');\nexport class DeadlinesJobs {}",
      ['deadlines/deadlines.jobs.ts makes a system actor, which system.ts does'],
    ],
    [
      'grievances.system.ts',
      "export const system = systemActor('grievances');",
      ['grievances.system.ts makes a system actor, which system.ts does'],
    ],
    ['cases/case-events.ts', '@OnEvent(CaseFiled)', ['cases/case-events.ts consumes events outside consumers/']],
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
    ['cases/file-checks.ts', '@Injectable()\nexport class FileChecks {}'],
    ['cases/cases.module.ts', "import { CasesController } from './cases.controller.ts';"],
    [
      'deadlines/deadlines.jobs.ts',
      "defineJob('grievances.remind', {});\nexport class DeadlinesJobs { @OnJob(RemindOfficer) }",
    ],
    ['system.ts', "export const system = systemActor('grievances');"],
    ['grievances.errors.ts', "export const { CaseClosed } = appErrors('grievances', {});"],
  ])('is not one that does: %s', (path, text) => {
    expect(layoutProblems(path, text)).toEqual([]);
  });
});

describe('a feature', () => {
  const service = { path: 'cases/cases.service.ts', text: '@Injectable()\nexport class CasesService {}' };

  it('is named where its folder has no module', () => {
    expect(moduleProblems([service])).toEqual(['cases/ has no cases.module.ts']);
    expect(moduleProblems([service, { path: 'cases/cases.module.ts', text: '' }])).toEqual([]);
  });

  it('is no folder that has nothing to inject, nor that of the consumers', () => {
    const consumer = { path: 'consumers/case.consumer.ts', text: '@Injectable()\nexport class CaseConsumer {}' };

    expect(moduleProblems([{ path: 'rules/compile.ts', text: 'export const compile = 1;' }, consumer])).toEqual([]);
  });
});

describe('a consumer', () => {
  const aggregates = new Set(['case']);
  const handler = (method: string) => `@OnEvent(CaseFiled)\n  async ${method}(event) {}`;

  it('is named where it is not called after an aggregate, or a method of it after no event', () => {
    expect(consumerProblems('consumers/case-filed.consumer.ts', handler('onCaseFiled'), aggregates)).toEqual([
      'consumers/case-filed.consumer.ts is named after no aggregate',
    ]);
    expect(consumerProblems('consumers/case.consumer.ts', handler('filed'), aggregates)).toEqual([
      'consumers/case.consumer.ts has filed, and not on<Event>',
    ]);
    expect(consumerProblems('consumers/case.consumer.ts', handler('onCaseFiled'), aggregates)).toEqual([]);
  });
});
