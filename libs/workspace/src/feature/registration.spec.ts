import { describe, expect, it } from '@jest/globals';

import { inDataSource, inErrors, inModule, inPermissions, inTables, inWords } from './registration.mjs';

const names = {
  service: 'payments',
  feature: 'refunds',
  noun: 'refund',
  verb: 'request',
  past: 'requested',
  events: false,
  jobs: false,
  stamp: '20261201120000',
  table: 'refunds',
  Service: 'Payments',
  startService: 'startPayments',
  featureCamel: 'refunds',
  featureSnake: 'refunds',
  featureWords: 'refunds',
  Feature: 'Refunds',
  nounCamel: 'refund',
  nounSnake: 'refund',
  nounWords: 'refund',
  Noun: 'Refund',
  verbCamel: 'request',
  verbSnake: 'request',
  verbWords: 'request',
  Verb: 'Request',
  pastCamel: 'requested',
  pastSnake: 'requested',
  pastWords: 'requested',
  Past: 'Requested',
  VerbNoun: 'RequestRefund',
  verbNoun: 'requestRefund',
};
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('a generated feature', () => {
  const module = `import { Module } from '@nestjs/common';

@Module({
  imports: [
    JobsModule.forService({ service: 'payments', jobs: [RemindOfficer] }),
  ],
})
export class PaymentsModule {}
`;

  it('is imported by the module of its service', () => {
    const text = inModule(module, names);

    expect(flat(text)).toContain('jobs: [RemindOfficer] }), RefundsModule], }) export class PaymentsModule');
    expect(text).toContain("import { RefundsModule } from './refunds/refunds.module.ts';\n");
  });

  it.each([
    ['[RemindOfficer]', '[RemindOfficer, CheckRefund]'],
    ['[]', '[CheckRefund]'],
    ['allJobs', '[...allJobs, CheckRefund]'],
  ])('has its job done, beside %s', (before, after) => {
    const text = inModule(module.replace('[RemindOfficer]', before), { ...names, jobs: true });

    expect(text).toContain(`jobs: ${after} })`);
  });

  it('has its entity among the others, and its migration after them', () => {
    const text =
      'export const entities: Entities = [];\n\nexport const migrations: Migration[] = [\n  ...others,\n];\n';

    expect(flat(inDataSource(text, 'RefundEntity', 'CreateRefunds'))).toBe(
      'export const entities: Entities = [ RefundEntity]; export const migrations: Migration[] = [ ...others, CreateRefunds];',
    );
  });

  it.each([
    ["definePermissions('payments', { ...messagingPermissions });", '...messagingPermissions,'],
    ["const table = {\n  'funds.read': all,\n} satisfies Record<string, Permission>;", "'funds.read': all,"],
  ])('has permissions of its own in %j', (text, after) => {
    expect(flat(inPermissions(text, names))).toContain(
      `${after} 'refund.read': { roles: ['administrator', 'auditor'], description: 'See refunds' }, 'refund.request': {`,
    );
  });

  it.each([
    ['', "import { appErrors } from '@janela/platform'; export const { RefundNotFound } = appErrors('payments', {"],
    [
      "export const { CycleNotFound } = appErrors('payments', {\n  CycleNotFound: [404, 'cycle_not_found', '…'],\n});\n",
      "export const { CycleNotFound, RefundNotFound } = appErrors('payments', { RefundNotFound: [404, 'refund_not_found'",
    ],
  ])('has its refusal in the table of its service: %j', (text, expected) => {
    expect(flat(inErrors(text, names))).toContain(expected);
  });

  it('has its routes in the tables of who gets through and of who is shown, and in no other file', () => {
    const tables = 'await accessProblems(payments.service, {\n});\nawait readingProblems(payments.service, {\n});\n';

    expect(flat(inTables(tables, names))).toMatch(/\{ 'GET \/v1\/refunds': \['administrator', 'auditor'\].*\{ 'GET /);
    expect(inTables('describe();', names)).toBe('describe();');
  });

  it('has its refusal in words', () => {
    const text = "import { words } from '../words.ts';\n\nexport const refusals: Record<string, Sentence> = {\n};\n";

    expect(flat(inWords(text, names))).toContain("Sentence> = { 'payments.refund_not_found': notHere, };");
  });
});
