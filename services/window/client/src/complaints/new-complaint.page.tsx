import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';

import { useNames } from '../api/people-names.ts';
import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { Discard } from '../parts/discard.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { partsWords } from '../parts/parts.words.ts';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import type { About } from './complain-button.tsx';
import { categories, useFileCase } from './complaints.api.ts';
import { complaintsWords } from './complaints.words.ts';
import { FiledPage, firstFiled } from './filed.tsx';
import { sentAbout } from './unnamed.ts';

const blank = { category: '', description: '', anonymous: false };

/** A complaint at the window, about a household, a decision or a payment, or about none of them. */
export function NewComplaintPage() {
  const say = useWords(complaintsWords);
  const parts = useWords(partsWords);
  const about = useSearch({ from: '/complaints/new' });
  const session = useSession();
  const form = ['complaint', about.householdId, about.applicationId, about.paymentId].filter(Boolean).join(' ');
  const { kinds } = useKinds(about);
  const draft = useDraft(form, blank);
  const file = useFileCase(form, draft.sending);
  const { category: chosen, description, anonymous } = draft.value;
  const isAboutSomething = Object.keys(about).length > 0;
  const needs = kinds.find(({ code }) => code === chosen)?.needs ?? [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const subject = sentAbout(about, { anonymous, needs });
    const areaCode = subject.householdId ? undefined : session?.areas[0];
    const body = { category: chosen, description, channel: 'window' as const, ...subject };
    file.mutate({ ...body, ...(areaCode && { areaCode }), ...(anonymous && { anonymous }) });
  };
  if (file.data) return <FiledPage filed={file.data} another={file.reset} />;
  return (
    <>
      <PageTitle title={say('file')} line={isAboutSomething && <Subject about={about} />} />
      <form onSubmit={send}>
        <Stack maw="60ch">
          <Kind about={about} chosen={chosen} choose={(code) => draft.set({ ...draft.value, category: code })} />
          <Textarea
            label={say('description')}
            description={parts('kept')}
            required
            autosize
            minRows={4}
            maxLength={10_000}
            value={description}
            onChange={(event) => draft.set({ ...draft.value, description: event.currentTarget.value })}
          />
          <Checkbox
            label={say('anonymous')}
            checked={anonymous}
            onChange={(event) => draft.set({ ...draft.value, anonymous: event.currentTarget.checked })}
          />
          {anonymous && isAboutSomething && chosen && (
            <Alert>{say(needs.length > 0 ? 'unnamedStays' : 'unnamedLeaves')}</Alert>
          )}
          <SendPart of={file} first={firstFiled}>
            <Group>
              <Button type="submit" loading={file.isPending} disabled={!chosen || !description.trim()}>
                {say('send')}
              </Button>
              <Discard draft={draft} isEmpty={description === ''} form={form} first={firstFiled} />
            </Group>
          </SendPart>
        </Stack>
      </form>
    </>
  );
}

/** What kind of complaint it is; none is chosen beforehand, because the kind decides which officers read it. */
function Kind({ about, chosen, choose }: { about: About; chosen: string; choose: (code: string) => void }) {
  const say = useWords(complaintsWords);
  const { kinds, isPart } = useKinds(about);
  const isAboutSomething = Object.keys(about).length > 0;
  return (
    <>
      <NativeSelect
        label={say('category')}
        description={isPart && !isAboutSomething && say('moreKinds')}
        value={chosen}
        required
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: say('choose'), disabled: true },
          ...kinds.map(({ code, names }) => ({ value: code, label: say.of(names) })),
        ]}
      />
      {kinds.find(({ code }) => code === chosen)?.sensitive && <Alert color="violet">{say('sensitiveHelp')}</Alert>}
    </>
  );
}

/** Which household, decision or payment it is about. */
function Subject({ about: { householdId, applicationId, paymentId } }: { about: About }) {
  const say = useWords(complaintsWords);
  const names = useNames({ householdIds: [householdId] });
  const what = say(paymentId ? 'aboutPayment' : applicationId ? 'aboutDecision' : 'aboutHousehold');
  return (
    <Text span>
      {[what, names.household(householdId)?.number, names.headOf(householdId)].filter(Boolean).join(' · ')}
    </Text>
  );
}

/** The kinds of complaint that can be filed about this, and whether there are more that need something named. */
function useKinds(about: About) {
  const all = useQuery(categories).data?.items ?? [];
  const kinds = all.filter(({ needs }) => needs.every((subject) => about[`${subject}Id`] !== undefined));
  return { kinds, isPart: kinds.length < all.length };
}
