import { useEffect, useRef, useState, type ReactNode } from 'react';

import { useWords } from '../language/language.tsx';
import { partsWords } from './parts.words.ts';

/** Holds a table that may be wider than the screen; where it is, the keyboard can scroll it as well. */
export function TableHolder({ children }: { children: ReactNode }) {
  const say = useWords(partsWords);
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const measure = () => setWider(current.scrollWidth > current.clientWidth);
    const watcher = new ResizeObserver(measure);
    watcher.observe(current);
    for (const table of current.children) watcher.observe(table);
    return () => watcher.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className="table-holder"
      {...(isWider && { tabIndex: 0, role: 'region', 'aria-label': say('wideTable') })}
    >
      {children}
    </div>
  );
}
