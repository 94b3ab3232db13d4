import { Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, type FormEvent } from 'react';

import { useMay } from '../api/use-may.ts';
import { useWords } from '../language/language.tsx';
import { frameWords } from './frame.words.ts';

/** One search box, everywhere; `/` puts the cursor into it. */
export function FindBox() {
  const say = useWords(frameWords);
  const box = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const maySearch = useMay('findHouseholds');
  const { q: looked } = useSearch({ strict: false });
  useHotkeys([['/', () => box.current?.focus()]]);
  if (!maySearch) return null;
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = box.current?.value.trim();
    if (q) void navigate({ to: '/households', search: { q } });
  };
  return (
    <form role="search" onSubmit={find} className="find-box">
      <TextInput
        key={looked}
        ref={box}
        defaultValue={looked}
        type="search"
        size="sm"
        maxLength={100}
        aria-label={say('find')}
        placeholder={say('find')}
        title={say('findHint')}
        rightSection={<Kbd size="xs">/</Kbd>}
      />
    </form>
  );
}
