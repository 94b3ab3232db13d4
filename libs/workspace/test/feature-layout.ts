import { basename, dirname } from 'node:path';

/** Roles that a file may play in a service, how its class ends, and the folder that it lies in: any feature's, or the one named. */
const roles: Record<string, { ending: string; folder?: string }> = {
  controller: { ending: 'Controller' },
  service: { ending: 'Service' },
  entity: { ending: 'Entity' },
  consumer: { ending: 'Consumer', folder: 'consumers' },
};

/**
 * Returns what is wrong with a file of a service's `src`, by its path from there: a role outside a feature's folder, or a class that
 * cannot be guessed from the file's name. `file-case.ts` holds `FileCaseService`, and `case-writer.ts` may hold `CaseWriter`.
 */
export function layoutProblems(path: string, text: string): string[] {
  const [name = '', ...rest] = basename(path).split('.');
  if (rest.length === 2) return problemsOfRole(path, text, pascal(name));
  const [, injected] = /@Injectable\(\)\s+export class (\w+)/.exec(text) ?? [];
  const guessed = [pascal(name), `${pascal(name)}Service`];
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
