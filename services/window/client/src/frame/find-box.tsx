import { Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useRef, type FormEvent } from 'react';

import { useHasRole } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { frameWords } from './frame.words.ts';

/** One search box, everywhere; `/` puts the cursor into it. */
export function FindBox() {
  const say = useWords(frameWords);
  const box = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const maySearch = useHasRole('caseworker', 'supervisor');
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
        ref={box}
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
