import type { States } from '@janela/kernel';

import { applicationStates } from '../eligibility/application.states.ts';
import { enrolmentStates } from '../eligibility/enrolment.states.ts';
import { programmeVersionStates } from '../eligibility/programme-version.states.ts';
import { appealStates } from '../grievances/appeal.states.ts';
import { caseStates } from '../grievances/case.states.ts';
import { cycleStates } from '../payments/cycle.states.ts';
import { paymentStates } from '../payments/payment.states.ts';
import { householdStates } from '../registry/household.states.ts';
import { importStates } from '../registry/import.states.ts';

const introduction = `# States

Written by \`npm run generate\` from \`libs/contracts/src/<service>/*.states.ts\`; change it there. A service refuses every transition
that is not drawn here, and the window shows no button for one.
`;

/** A table of states, and the file that defines it, from `libs/contracts/src`. */
interface StatesFile {
  readonly file: string;
  readonly table: States<string>;
}

/** Every table of states, in the order of the page. */
export const statesFiles: readonly StatesFile[] = [
  { file: 'registry/household.states.ts', table: householdStates },
  { file: 'registry/import.states.ts', table: importStates },
  { file: 'eligibility/programme-version.states.ts', table: programmeVersionStates },
  { file: 'eligibility/application.states.ts', table: applicationStates },
  { file: 'eligibility/enrolment.states.ts', table: enrolmentStates },
  { file: 'payments/cycle.states.ts', table: cycleStates },
  { file: 'payments/payment.states.ts', table: paymentStates },
  { file: 'grievances/case.states.ts', table: caseStates },
  { file: 'grievances/appeal.states.ts', table: appealStates },
];

/** Returns the page of states: a Mermaid diagram for each table. */
export function statesPage(files: readonly StatesFile[]): string {
  return [introduction, ...files.map(section)].join('\n');
}

function section({ file, table }: StatesFile): string {
  const title = `${table.name.charAt(0).toUpperCase()}${table.name.slice(1)}`;
  const path = `libs/contracts/src/${file}`;
  return `## ${title}\n\n[${path}](../${path})\n\n\`\`\`mermaid\n${diagram(table)}\n\`\`\`\n`;
}

function diagram({ states, initial, terminal, next }: States<string>): string {
  return [
    'stateDiagram-v2',
    `  [*] --> ${initial}`,
    ...states.flatMap((state) => next(state).map((to) => `  ${state} --> ${to}`)),
    ...terminal.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
