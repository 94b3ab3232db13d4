import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { sourceFiles, textOf, workspaceRoot } from './sources.ts';

const files = sourceFiles();
const documents = files.filter((path) => path.endsWith('.md'));

/** Targets of `[text](target)` and `![alt](target)`, outside fenced code. */
function links(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].flatMap(([, target]) => target ?? []);
}

/** The anchors that GitHub gives a document's headings. */
function anchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

describe('the documents', () => {
  it('are found', () => {
    expect(documents).toContain('CONTRIBUTING.md');
  });

  it.each(documents)('%s links only to what exists', (document) => {
    const broken = links(textOf(document)).filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? document : join(dirname(document), decodeURI(path));
      if (!existsSync(join(workspaceRoot, target))) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchors(textOf(target)).includes(anchor);
    });

    expect(broken).toEqual([]);
  });
});

describe('the decisions', () => {
  const decisions = files.filter((path) => /^docs\/adr\/\d{4}-/.test(path));

  it('are numbered without gaps', () => {
    const numbers = decisions.map((path) => Number(path.slice('docs/adr/'.length, 'docs/adr/0000'.length)));

    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(decisions)('%s ends with the check that keeps it true', (path) => {
    const [last = ''] = textOf(path).trim().split('\n\n').slice(-1);

    expect(last).toMatch(/^Checked by: /);
    expect(links(last)).not.toEqual([]);
  });
});
