// The way into every command: `node tools/commands/run.mjs start`. It works with Node 20 and nothing installed; the command
// itself is TypeScript and runs on the Node that package.json pins.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pinned = join(root, 'node_modules', '.bin', 'node');
const [verb = 'start', ...args] = process.argv.slice(2);

const majorOf = (/** @type {string} */ version) => Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);

function refuse(/** @type {string} */ sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (majorOf(process.version) < 20) {
  refuse(
    `Janela needs Node 20 or newer and this is ${process.version}: install it from https://nodejs.org and try again.`,
  );
}
if (!isInstalled()) install();
run(findNode());

/** Whether node_modules holds what package-lock.json says, apart from what is only for other platforms. */
function isInstalled() {
  const [wanted, found] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) => {
    const file = join(root, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
  });
  if (!wanted || !found) return false;
  return Object.entries(wanted)
    .filter(([path, { optional }]) => path.includes('node_modules/') && !optional)
    .filter(([, { link, resolved }]) => !link || existsSync(join(root, resolved)))
    .every(([path, { version }]) => found[path] && found[path].version === version);
}

function install() {
  process.stdout.write('Installing packages (npm install); this takes a minute or two the first time.\n');
  // The lock is the repository's to change, not this machine's: --no-save leaves it as it is.
  const flags = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm(flags);
  if (status !== 0) {
    refuse(
      'npm could not install the packages: see above for what failed; without a network, connect once and try again.',
    );
  }
}

function npm(/** @type {string[]} */ flags) {
  const cli = process.env.npm_execpath;
  const [command, ...first] = cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
  return spawnSync(command, [...first, ...flags], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** The pinned Node. Newer npm may have skipped the script that brings it; then any Node 24 will do. */
function findNode() {
  const works = () => majorOf(spawnSync(pinned, ['--version'], { encoding: 'utf8' }).stdout ?? '') >= 24;
  if (works()) return pinned;
  if (majorOf(process.version) >= 24) return process.execPath;
  npm(['rebuild', 'node', '--loglevel=error']);
  if (works()) return pinned;
  refuse(
    'npm did not bring Node 24 (its install scripts may be switched off): install Node 24 from https://nodejs.org and try again.',
  );
}

/** Runs the command, passes on signals, and ends with it. It ends too when we, or the npm that runs us, are killed. */
function run(/** @type {string} */ node) {
  const command = join(root, 'tools', 'commands', 'src', `${verb}.ts`);
  if (!existsSync(command)) refuse(`There is no command ${verb}: use start, test, endurance, check or bench.`);
  // kafkajs computes a timeout below zero now and then, and Node 24 says so every time.
  const flags = [
    '--conditions=source',
    '--disable-warning=TimeoutNegativeWarning',
    '--disable-warning=ExperimentalWarning',
  ];
  // What the command runs in its turn must find the same Node, and the workspace's programs.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${dirname(pinned)}${delimiter}${process.env.PATH}` };
  const child = spawn(node, [...flags, command, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const line = ancestors();
  if (process.env.npm_lifecycle_event) setInterval(() => ancestors() !== line && child.kill('SIGTERM'), 1000).unref();
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

/** Our parent and, because npm puts a shell between, its parent: another answer later means that one of them has died. */
function ancestors() {
  const stat = `/proc/${process.ppid}/stat`;
  const grandparent =
    existsSync(stat) &&
    readFileSync(stat, 'utf8')
      .replace(/.*\) . /s, '')
      .split(' ')[0];
  return `${process.ppid} ${grandparent}`;
}
