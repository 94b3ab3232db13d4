import { type Log, log as toTerminal } from '@janela/supervisor';

import { find, requireProgram, thisMachine, type Program } from './programs.ts';

const chromium: Program = {
  name: 'chromium',
  purpose: 'Playing the journeys',
  packages: ['chromium'],
  elsewhere: 'install Chromium or Chrome, or set CHROMIUM_PATH to where it is',
};

/** Names under which Chromium or its siblings stand on the PATH. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium: of CHROMIUM_PATH, of the PATH, or installed where we may; else refuses with what to do. */
export async function requireChromium(log: Log = toTerminal): Promise<string> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return given;
  const machine = thisMachine();
  const found = names.map((name) => find(name, machine.path)).find(Boolean);
  return found ?? requireProgram(chromium, machine, log);
}
