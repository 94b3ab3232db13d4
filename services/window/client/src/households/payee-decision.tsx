import type { Household } from '@janela/contracts';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { changeOf } from '../api/change.ts';
import { useSession } from '../api/session.tsx';
import { useAttempts } from '../api/store.tsx';
import { useMay } from '../api/use-may.ts';
import { useWords } from '../language/language.tsx';
import { Discard } from '../parts/discard.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { householdsWords } from './households.words.ts';

/** A second person confirms or refuses another payee or account; who asked for it reads that another must. */
export function PayeeDecision({ household: { id, version }, askedBy }: { household: Household; askedBy: string }) {
  const say = useWords(householdsWords);
  const session = useSession();
  const mayDecide = useMay('confirmPayee');
  const queries = useQueryClient();
  const attempts = useAttempts();
  const draft = useDraft(`payee ${id}`, '');
  const reason = draft.value.trim();
  const decide = useMutation({
    mutationFn: (verb: 'confirm' | 'refuse') =>
      attempts.once(
        `payee ${id} ${verb}`,
        verb === 'refuse'
          ? changeOf('registry', 'post', `/v1/households/${id}/payee/refuse`, { version, body: { reason } })
          : changeOf('registry', 'post', `/v1/households/${id}/payee/confirm`, { version }),
        draft.sending(),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', id] }),
  });
  if (!mayDecide) return null;
  if (askedBy === session?.id) return <Text mt="sm">{say('payeeNotYours')}</Text>;
  return (
    <Stack gap="sm" mt="sm">
      <TextInput
        label={say('payeeRefuseWhy')}
        value={draft.value}
        maxLength={1000}
        maw="60ch"
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <SendPart of={decide}>
        <Group>
          <Button loading={decide.isPending} onClick={() => decide.mutate('confirm')}>
            {say('payeeConfirm')}
          </Button>
          <Button
            variant="default"
            disabled={reason === ''}
            loading={decide.isPending}
            onClick={() => decide.mutate('refuse')}
          >
            {say('payeeRefuse')}
          </Button>
          <Discard draft={draft} isEmpty={reason === ''} />
        </Group>
      </SendPart>
    </Stack>
  );
}
