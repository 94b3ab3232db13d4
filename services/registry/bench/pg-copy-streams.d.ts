/** The one thing of it that is used here; the package brings no types. */
declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';

  import type { Submittable } from 'pg';

  export function from(statement: string): Writable & Submittable;
}
