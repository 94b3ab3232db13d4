import { basename } from 'node:path';

/** Roles that a file may play in a service, and the folder that it lies in: any feature's, or the one named. */
const roles: Record<string, { declares?: string; folder?: string }> = {
  controller: { declares: 'Controller' },
  service: { declares: 'Service' },
  entity: { declares: 'Entity' },
  consumer: { declares: 'Consumer', folder: 'consumers' },
};

/**
 * Returns what is wrong with a file of a service's `src`, by its path from there: a role outside a feature's folder, or a class that is
 * not named like its file.
 */
export function layoutProblems(path: string, text: string): string[] {
  const [name = '', role = ''] = basename(path).split('.');
  const { declares, folder } = (path.split('.').length === 3 && roles[role]) || {};
  if (declares === undefined) return [];
  const place = path.split('/').slice(0, -1).join('/');
  const wanted = `${pascal(name)}${declares}`;
  return [
    ...(place === '' ? [`${path} lies outside a feature’s folder`] : []),
    ...(folder && place !== folder ? [`${path} lies outside ${folder}/`] : []),
    ...(new RegExp(`export (abstract )?class ${wanted}\\b`).test(text) ? [] : [`${path} declares no ${wanted}`]),
  ];
}

const pascal = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
