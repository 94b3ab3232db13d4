import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { sourceFiles, workspaceRoot } from './sources.ts';

/** The spec files of one of Jest's projects, as Jest finds them. */
function specsOf(project: string): string[] {
  const jest = join(workspaceRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, '--listTests', '--selectProjects', project];
  const printed = execFileSync(process.execPath, args, { cwd: workspaceRoot, encoding: 'utf8', stdio: 'pipe' });
  const lines = printed.split('\n').filter((line) => line.endsWith('.ts'));
  return lines.map((path) => relative(workspaceRoot, path));
}

describe('the lanes of tests', () => {
  it('run every spec, each in one of them', () => {
    const run = ['unit', 'files', 'service', 'endurance'].flatMap(specsOf);
    const written = sourceFiles().filter((path) => /\.spec\.tsx?$/.test(path));
    expect(run.toSorted()).toEqual(written.toSorted());
  }, 60_000);

  it('keep what takes long apart', () => {
    const endurance = specsOf('endurance');
    expect(endurance.filter((path) => !path.endsWith('.endurance.spec.ts'))).toEqual([]);
    expect(endurance).toContain('libs/messaging/test/killed.endurance.spec.ts');
  }, 60_000);
});
