import { globSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { defineStates } from '@janela/kernel';

import { statesFiles, statesPage } from './states-page.ts';

describe('the page of states', () => {
  it('draws every table of states of the contracts', () => {
    const defined = globSync('*/*.states.ts', { cwd: join(import.meta.dirname, '..') });

    expect(statesFiles.map(({ file }) => file).sort()).toEqual(defined.sort());
  });

  it('draws where a thing begins, what may follow, and where it ends', () => {
    const table = defineStates('loan', { asked: ['given', 'refused'], given: ['asked'], refused: [] }, 'asked');

    expect(statesPage([{ file: 'bank/loan.states.ts', table }])).toContain(
      [
        '## Loan\n\n[libs/contracts/src/bank/loan.states.ts](../libs/contracts/src/bank/loan.states.ts)\n\n```mermaid',
        'stateDiagram-v2\n  [*] --> asked\n  asked --> given\n  asked --> refused\n  given --> asked\n  refused --> [*]\n```',
      ].join('\n'),
    );
  });
});
