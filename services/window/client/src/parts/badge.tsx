import type { ReactNode } from 'react';

import type { Meaning } from '../codes/meaning.ts';

const shapes: Record<Meaning, string> = { good: '✓', waits: '◷', bad: '✕', unknown: '?', plain: '' };

/** A state in a word. */
export function Badge({ meaning, children }: { meaning: Meaning; children: ReactNode }) {
  return (
    <span className={`badge badge-${meaning}`}>
      {shapes[meaning] && <span aria-hidden="true">{shapes[meaning]}</span>}
      {children}
    </span>
  );
}
