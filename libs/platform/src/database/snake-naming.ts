import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** Columns are named after their properties in snake_case, `bornOn` → `born_on`, unless an entity gives another name. */
export class SnakeNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snakeCase), given ?? snakeCase(property)].filter((part) => part !== '').join('_');
  }
}

/** Returns a name in snake_case: `bornOn` → `born_on`, `lastSeenIP` → `last_seen_ip`. */
export function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
