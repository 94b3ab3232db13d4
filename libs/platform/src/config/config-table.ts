import type { z } from 'zod';

import type { ConfigSchema } from './service-config.ts';
import { developmentValues } from './settings.ts';

/** The variables of a service as a Markdown table, for its README: name, default, what it is. */
export function configTable(schema: ConfigSchema): string {
  const rows = Object.entries(schema.shape).map(([name, variable]) => {
    const type = variable as z.ZodType;
    return `| \`${name}\` | ${defaultOf(type)} | ${type.description ?? ''} |`;
  });
  return ['| variable | default | what it is |', '| --- | --- | --- |', ...rows].join('\n');
}

function defaultOf(variable: z.ZodType): string {
  const development = developmentValues.get(variable);
  if (development) return variable.safeParse(undefined).success ? 'none in production' : '**needed in production**';
  const fallback = variable.safeParse(undefined);
  if (!fallback.success) return '**needed**';
  return fallback.data === undefined ? '' : `\`${String(fallback.data)}\``;
}
