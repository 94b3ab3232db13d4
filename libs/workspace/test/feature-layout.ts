import { basename, dirname } from 'node:path';

/** Roles that a file may play in a service, how its class ends, and the folder that it lies in: any feature's, or the one named. */
const roles: Record<string, { ending: string; folder?: string }> = {
  controller: { ending: 'Controller' },
  service: { ending: 'Service' },
  entity: { ending: 'Entity' },
  consumer: { ending: 'Consumer', folder: 'consumers' },
  jobs: { ending: 'Jobs' },
};

/** First words of a file of one verb, such as `submit-application.ts`; not those that are nouns as well, as in `file-checks.ts`. */
const verbs = new Set(
  (
    'act add apply approve assign book build cancel change choose close confirm correct create decide designate dismiss dispatch edit ' +
    'enrol end escalate find hold issue judge merge move open pay publish reassign receive register reissue reject release remove ' +
    'request resolve reverse revoke send settle split submit suspend withdraw'
  ).split(' '),
);

/** What a file may not have, unless its path fits. */
const limits: { found: RegExp; path?: RegExp; says: string }[] = [
  {
    found: /^import .*from '\.[^']*\.controller\.ts'/m,
    path: /\.module\.ts$/,
    says: 'imports a controller, which only its module does',
  },
  { found: /\blistQuery\(/, says: 'declares the query of a list, which the contracts do' },
  { found: /z\.strictObject\(\{ id: Id \}\)/, says: 'declares the id of a route again, which is IdParam' },
  { found: /\bappErrors?\(/, path: /^[\w-]+\.errors\.ts$/, says: 'declares refusals, which <service>.errors.ts does' },
  { found: /\bextends appError\(/, says: 'declares refusals one by one, and not as a table' },
  { found: /\bsystemActor\(/, path: /^system\.ts$/, says: 'makes a system actor, which system.ts does' },
  { found: /\bdefineJob\(|@OnJob\(/, path: /\.jobs\.ts$/, says: 'has a job outside <feature>.jobs.ts' },
  {
    found: /@OnEvent(?:Batch)?\(/,
    path: /^consumers\/[\w-]+\.consumer\.ts$/,
    says: 'consumes events outside consumers/',
  },
];

/**
 * Returns what is wrong with a file of a service's `src`, by its path from there: a role outside a feature's folder, a class that
 * cannot be guessed from the file's name, or something that has its place elsewhere. `submit-case.ts` holds `SubmitCaseService`, and
 * `case-writer.ts` may hold `CaseWriter`.
 */
export function layoutProblems(path: string, text: string): string[] {
  const [name = '', ...rest] = basename(path).split('.');
  if (rest.at(-2) === 'spec') return [];
  const ofName = rest.length === 2 ? problemsOfRole(path, text, pascal(name)) : problemsOfClass(path, text, name);
  const ofPlace = limits.filter(({ found, path: allowed }) => found.test(text) && allowed?.test(path) !== true);
  return [...ofName, ...ofPlace.map(({ says }) => `${path} ${says}`)];
}

/** Returns what is wrong with the folders of a service's `src`, by the paths and texts of its files: features that have no module. */
export function moduleProblems(files: readonly { path: string; text: string }[]): string[] {
  const features = new Set(
    files
      .filter(({ path, text }) => path.includes('/') && /@(?:Injectable|Controller)\(/.test(text))
      .map(({ path }) => path.split('/')[0] ?? '')
      .filter((folder) => folder !== 'consumers'),
  );
  const paths = new Set(files.map(({ path }) => path));
  return [...features]
    .filter((folder) => !paths.has(`${folder}/${folder}.module.ts`))
    .map((folder) => `${folder}/ has no ${folder}.module.ts`);
}

/** Returns what is wrong with the consumers of a service, by the aggregates whose events there are. */
export function consumerProblems(path: string, text: string, aggregates: ReadonlySet<string>): string[] {
  if (!path.startsWith('consumers/') || !path.endsWith('.consumer.ts')) return [];
  const name = basename(path, '.consumer.ts');
  const handlers = [...text.matchAll(/@OnEvent(?:Batch)?\([^)]*\)\s+(?:async )?(\w+)/g)].map(
    ([, method = '']) => method,
  );
  return [
    ...(aggregates.has(name) ? [] : [`${path} is named after no aggregate`]),
    ...handlers
      .filter((method) => !/^on[A-Z]/.test(method))
      .map((method) => `${path} has ${method}, and not on<Event>`),
  ];
}

function problemsOfClass(path: string, text: string, name: string): string[] {
  const [, injected] = /@Injectable\(\)\s+export class (\w+)/.exec(text) ?? [];
  const service = `${pascal(name)}Service`;
  const guessed = verbs.has(name.split('-')[0] ?? '') && name.includes('-') ? [service] : [pascal(name), service];
  return injected === undefined || guessed.includes(injected) ? [] : [`${path} declares no ${guessed.join(' or ')}`];
}

function problemsOfRole(path: string, text: string, name: string): string[] {
  const { ending, folder } = roles[basename(path).split('.')[1] ?? ''] ?? {};
  if (ending === undefined) return [];
  const place = dirname(path);
  return [
    ...(place === '.' ? [`${path} lies outside a feature’s folder`] : []),
    ...(folder !== undefined && place !== folder ? [`${path} lies outside ${folder}/`] : []),
    ...(new RegExp(`export class ${name}${ending}\\b`).test(text) ? [] : [`${path} declares no ${name}${ending}`]),
  ];
}

const pascal = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
