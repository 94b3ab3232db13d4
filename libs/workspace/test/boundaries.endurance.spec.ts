import { join, relative } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { nx, Scratch, skeleton } from './scratch.ts';

/** A file in a bare copy of the workspace, and what `nx lint` says about it. */
interface Attempt {
  title: string;
  file: string;
  text: string;
  says: string;
}

const importing = (what: string) => `import ${JSON.stringify(what)};\n`;

const refused: Attempt[] = [
  {
    title: 'a service importing another service',
    file: 'services/alpha/src/neighbour.ts',
    text: importing('@janela/beta'),
    says: 'A project tagged with "type:service" can only depend on libs tagged with',
  },
  {
    title: 'a library importing a service',
    file: 'libs/platform/src/upwards.ts',
    text: importing('@janela/alpha'),
    says: 'A project tagged with "type:platform" can only depend on libs tagged with',
  },
  {
    title: 'platform importing messaging',
    file: 'libs/platform/src/sideways.ts',
    text: importing('@janela/messaging'),
    says: 'A project tagged with "type:platform" can only depend on libs tagged with',
  },
  {
    title: 'jobs importing messaging',
    file: 'libs/jobs/src/sideways.ts',
    text: importing('@janela/messaging'),
    says: 'A project tagged with "type:transport" can only depend on libs tagged with',
  },
  {
    title: 'kernel importing contracts',
    file: 'libs/kernel/src/upwards.ts',
    text: importing('@janela/contracts'),
    says: 'A project tagged with "type:kernel" can only depend on libs tagged with',
  },
  {
    title: 'two projects importing each other',
    file: 'tools/servers/src/there.ts',
    text: importing('@janela/delta'),
    says: 'Circular dependency between "servers" and "delta"',
  },
  {
    title: 'the way back',
    file: 'libs/delta/src/back.ts',
    text: importing('@janela/servers'),
    says: 'Circular dependency between "delta" and "servers"',
  },
  {
    title: 'the client importing messaging',
    file: 'services/window/client/src/transport.ts',
    text: importing('@janela/messaging'),
    says: 'A project tagged with "type:client" can only depend on libs tagged with',
  },
  {
    title: 'sources importing the test tools',
    file: 'services/alpha/src/tests.ts',
    text: importing('@janela/testing'),
    says: 'A project tagged with "type:service" can only depend on libs tagged with',
  },
  {
    title: 'the test tools importing the demo run',
    file: 'libs/testing/src/demo.ts',
    text: importing('@janela/demo-run'),
    says: 'A project tagged with "type:testing" can only depend on libs tagged with',
  },
  {
    title: 'contracts importing Nest',
    file: 'libs/contracts/src/nest.ts',
    text: importing('@nestjs/common'),
    says: 'A project tagged with "type:contract" is not allowed to import "@nestjs/common"',
  },
  {
    title: 'kernel importing any package',
    file: 'libs/kernel/src/zod.ts',
    text: importing('zod'),
    says: 'A project tagged with "type:kernel" is not allowed to import "zod"',
  },
  {
    title: 'kernel importing Node',
    file: 'libs/kernel/src/node.ts',
    text: importing('node:fs'),
    says: 'The browser runs this too',
  },
  {
    title: 'a path into another project by its name',
    file: 'services/alpha/src/deep.ts',
    text: importing('@janela/kernel/src/money.ts'),
    says: 'Import a project by its name',
  },
  {
    title: 'a relative path into another project',
    file: 'services/alpha/src/relative.ts',
    text: importing('../../../libs/kernel/src/index.ts'),
    says: 'Projects cannot be imported by a relative or absolute path',
  },
  {
    title: 'a package that package.json does not name',
    file: 'services/alpha/src/transitive.ts',
    text: importing('cron-parser'),
    says: 'Only packages defined in the "package.json" can be imported',
  },
  {
    title: 'a second Kafka client',
    file: 'libs/messaging/src/outbox/relay.ts',
    text: importing('kafkajs'),
    says: 'Only libs/messaging/src/bus/kafka.ts and its members speak to Kafka',
  },
  {
    title: 'a queue outside jobs',
    file: 'services/alpha/src/queue.ts',
    text: importing('bullmq'),
    says: 'Only libs/jobs speaks to BullMQ',
  },
  {
    title: 'the environment read outside the configuration',
    file: 'services/alpha/src/environment.ts',
    text: 'export const home = process.env;\n',
    says: "'process.env' is restricted from being used",
  },
  {
    title: 'kernel looking at the clock',
    file: 'libs/kernel/src/clock.ts',
    text: 'export const now = () => [Date.now(), new Date()];\n',
    says: 'Time is an argument here',
  },
  {
    title: 'a promise that is not waited for',
    file: 'services/alpha/src/floating.ts',
    text: 'export function start(): void {\n  Promise.resolve(1);\n}\n',
    says: 'Promises must be awaited',
  },
  {
    title: 'a test that runs alone',
    file: 'services/alpha/test/only.spec.ts',
    text: "import { expect, it } from '@jest/globals';\n\nit.only('adds', () => expect(1 + 1).toBe(2));\n",
    says: 'Unexpected focused test',
  },
  {
    title: 'a test that is switched off',
    file: 'services/alpha/test/skip.spec.ts',
    text: "import { expect, it } from '@jest/globals';\n\nit.skip('adds', () => expect(1 + 1).toBe(2));\n",
    says: 'Tests should not be skipped',
  },
  {
    title: 'a test that replaces a module of ours',
    file: 'services/alpha/test/mock.spec.ts',
    text: "import { jest } from '@jest/globals';\n\njest.mock('../src/index.ts');\n",
    says: 'Tests use the real thing',
  },
  {
    title: 'a title that says what should happen instead of what does',
    file: 'services/alpha/test/title.spec.ts',
    text: "import { expect, it } from '@jest/globals';\n\nit('should add', () => expect(1 + 1).toBe(2));\n",
    says: 'Say what happens, not what should',
  },
  {
    title: 'a default export',
    file: 'services/alpha/src/default.ts',
    text: 'export default 1;\n',
    says: 'Named exports only',
  },
  {
    title: 'a file of more than 220 lines',
    file: 'services/alpha/src/long.ts',
    text: Array.from({ length: 221 }, (_, line) => `export const line${line} = ${line};\n`).join(''),
    says: 'File has too many lines (221)',
  },
  {
    title: 'a member that is private in another way than others',
    file: 'libs/delta/src/private.ts',
    text: 'export class Counter {\n  #count = 0;\n\n  next(): number {\n    return (this.#count += 1);\n  }\n}\n',
    says: 'Write `private`.',
  },
  {
    title: 'an object that is spread where it is written',
    file: 'libs/delta/src/spread.ts',
    text: 'export const point = { ...{ x: 1, y: 2 }, z: 3 };\n',
    says: 'Write the properties themselves',
  },
  {
    title: 'a constant in capitals',
    file: 'libs/delta/src/capitals.ts',
    text: 'export const MAX_PAGES = 4;\n',
    says: 'Constants are written in camelCase',
  },
  {
    title: 'a function of five parameters',
    file: 'libs/delta/src/five.ts',
    text: 'export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n',
    says: 'At most four parameters',
  },
  {
    title: 'a method of five parameters',
    file: 'libs/delta/src/method.ts',
    text: 'export class Sum {\n  of(a: number, b: number, c: number, d: number, e: number): number {\n    return a + b + c + d + e;\n  }\n}\n',
    says: 'At most four parameters',
  },
  {
    title: 'imports of packages and of its own files without a line between them',
    file: 'libs/delta/src/imports.ts',
    text: "import { z } from 'zod';\nimport { x } from './x.ts';\n\nexport const both = [z, x];\n",
    says: 'Missed spacing between',
  },
];

const allowed: Omit<Attempt, 'says'>[] = [
  {
    title: 'a service importing the libraries below it',
    file: 'services/alpha/src/index.ts',
    text: ['jobs', 'messaging', 'platform', 'contracts', 'kernel'].map((lib) => importing(`@janela/${lib}`)).join(''),
  },
  {
    title: 'the specs of a service using the test tools',
    file: 'services/alpha/test/alpha.spec.ts',
    text: importing('@janela/testing') + importing('@jest/globals'),
  },
  {
    title: 'the specs of platform using the test tools, which are built from platform',
    file: 'libs/platform/test/platform.spec.ts',
    text: importing('@janela/testing'),
  },
  {
    title: 'the specs of platform using platform by its name, as others do',
    file: 'libs/platform/test/index.spec.ts',
    text: importing('@janela/platform'),
  },
  {
    title: 'the test tools using every library',
    file: 'libs/testing/src/index.ts',
    text: ['jobs', 'messaging', 'platform', 'servers'].map((lib) => importing(`@janela/${lib}`)).join(''),
  },
  {
    title: 'messaging using platform, contracts and, in one file, Kafka',
    file: 'libs/messaging/src/bus/kafka.ts',
    text: importing('kafkajs') + importing('@janela/platform') + importing('@janela/contracts'),
  },
  {
    title: 'jobs using platform and BullMQ',
    file: 'libs/jobs/src/index.ts',
    text: importing('bullmq') + importing('@janela/platform'),
  },
  {
    title: 'contracts using kernel and zod',
    file: 'libs/contracts/src/index.ts',
    text: importing('@janela/kernel') + importing('zod'),
  },
  {
    title: 'the specs of kernel using property tests',
    file: 'libs/kernel/src/money.spec.ts',
    text: importing('fast-check') + importing('@jest/globals'),
  },
  {
    title: 'the client using contracts and kernel',
    file: 'services/window/client/src/index.ts',
    text: importing('@janela/contracts') + importing('@janela/kernel'),
  },
  {
    title: 'a constructor of five parameters, whose members are private',
    file: 'libs/delta/src/constructor.ts',
    text:
      'export class Five {\n  constructor(\n' +
      ['a', 'b', 'c', 'd', 'e'].map((name) => `    readonly ${name}: number,\n`).join('') +
      '  ) {}\n}\n',
  },
  {
    title: 'a spread that depends on something, and a name of one capital',
    file: 'libs/delta/src/depends.ts',
    text: 'export const N = 2;\nexport const of = (x?: number) => ({ n: N, ...(x !== undefined && { x }) });\n',
  },
  {
    title: 'configuration reading the environment',
    file: 'services/alpha/src/alpha.config.ts',
    text: 'export const home = process.env;\n',
  },
];

interface Report {
  /** Of `nx lint` in one of the projects, as a pipeline runs it. */
  code: number;
  /** What ESLint has against each file. */
  findings: Map<string, string[]>;
}

async function lint(attempts: { file: string; text: string }[]): Promise<Report> {
  const scratch = await Scratch.copy(skeleton);
  try {
    await Promise.all([
      ...project(scratch, 'alpha', 'services/alpha', ['scope:alpha', 'type:service']),
      ...project(scratch, 'beta', 'services/beta', ['scope:beta', 'type:service']),
      ...project(scratch, 'delta', 'libs/delta', ['scope:shared', 'type:tool']),
      ...project(scratch, 'window-client', 'services/window/client', ['scope:window', 'type:client']),
      ...attempts.map(({ file, text }) => scratch.write(file, text)),
    ]);
    const { code } = await scratch.run(nx, ['lint', 'alpha', '--output-style=static']);
    // The others in one go, for speed: ESLint finds the graph of projects that Nx has just drawn.
    const files = attempts.map(({ file }) => file);
    const { output } = await scratch.run('node_modules/eslint/bin/eslint.js', ['--format=json', ...files]);
    return { code, findings: findingsByFile(scratch.root, output) };
  } finally {
    await scratch.remove();
  }
}

function project(scratch: Scratch, name: string, folder: string, tags: string[]): Promise<void>[] {
  const files = {
    'package.json': { name: `@janela/${name}`, type: 'module', exports: { '.': './src/index.ts' } },
    'project.json': { name, tags },
    'tsconfig.json': { extends: join(scratch.root, 'tsconfig.base.json') },
  };
  return Object.entries(files).map(([file, json]) => scratch.write(`${folder}/${file}`, JSON.stringify(json)));
}

function findingsByFile(root: string, output: string): Report['findings'] {
  const report = output.split('\n').find((line) => line.startsWith('[{"filePath"')) ?? '[]';
  const files = JSON.parse(report) as { filePath: string; messages: { message: string }[] }[];
  return new Map(files.map(({ filePath, messages }) => [relative(root, filePath), messages.map((one) => one.message)]));
}

describe('what `nx lint` refuses', () => {
  let report: Report;
  beforeAll(async () => void (report = await lint(refused)), 120_000);

  it('stops a pipeline', () => {
    expect(report.code).not.toBe(0);
  });

  it.each(refused)('$title', ({ file, says }) => {
    expect(report.findings.get(file)).toContainEqual(expect.stringContaining(says));
  });
});

describe('what `nx lint` allows', () => {
  let report: Report;
  beforeAll(async () => void (report = await lint(allowed)), 120_000);

  it('lets a pipeline go on', () => {
    expect(report.code).toBe(0);
  });

  it.each(allowed)('$title', ({ file }) => {
    expect(report.findings.get(file)).toEqual([]);
  });
});
