import { Alert, Button, Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Failed } from '../parts/states.tsx';
import type { About } from './complain-button.tsx';
import { categories, useFileCase } from './complaints.api.ts';
import { complaintsWords } from './complaints.words.ts';
import { FiledPage } from './filed.tsx';

/** A complaint at the window, about a household, a decision or a payment, or about none of them. */
export function NewComplaintPage() {
  const say = useWords(complaintsWords);
  const about = useSearch({ from: '/complaints/new' });
  const session = useSession();
  const { kinds, isPart } = useKinds(about);
  const file = useFileCase();
  const [category, setCategory] = useState('');
  const [description, setDescription] = useState('');
  const [anonymous, setAnonymous] = useState(false);
  const chosen = category || kinds[0]?.code || '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    const areaCode = about.householdId ? undefined : session?.areas[0];
    file.mutate({
      category: chosen,
      description,
      channel: 'window',
      ...about,
      ...(areaCode && { areaCode }),
      ...(anonymous && { anonymous }),
    });
  };
  if (file.data) return <FiledPage filed={file.data} another={file.reset} />;
  return (
    <>
      <PageTitle title={say('file')} />
      <form onSubmit={send}>
        <Stack maw="60ch">
          <NativeSelect
            label={say('category')}
            description={isPart && say('moreKinds')}
            value={chosen}
            onChange={(event) => setCategory(event.currentTarget.value)}
            data={kinds.map(({ code, names }) => ({ value: code, label: say.of(names) }))}
          />
          {kinds.find(({ code }) => code === chosen)?.sensitive && <Alert color="violet">{say('sensitiveHelp')}</Alert>}
          <Textarea
            label={say('description')}
            required
            autosize
            minRows={4}
            maxLength={10_000}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Checkbox
            label={say('anonymous')}
            checked={anonymous}
            onChange={(event) => setAnonymous(event.currentTarget.checked)}
          />
          {file.error && <Failed error={file.error} />}
          <Button type="submit" w="fit-content" loading={file.isPending} disabled={!chosen || !description.trim()}>
            {say('send')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

/** The kinds of complaint that can be filed about this, and whether there are more that need something named. */
function useKinds(about: About) {
  const all = useQuery(categories).data?.items ?? [];
  const kinds = all.filter(({ needs }) => needs.every((subject) => about[`${subject}Id`] !== undefined));
  return { kinds, isPart: kinds.length < all.length };
}
