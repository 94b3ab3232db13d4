import type { FiledCase } from '@janela/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';

import { useFormat, useWords } from '../language/language.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { partsWords } from '../parts/parts.words.ts';
import { complaintsWords } from './complaints.words.ts';

/** After filing: the number to write down, and what happens next. A sensitive case is out of sight from here on, so nothing leads to it. */
export function FiledPage({ filed, another }: { filed: FiledCase; another: () => void }) {
  const say = useWords(complaintsWords);
  const format = useFormat();
  const { number } = filed;
  const seen = 'id' in filed ? filed : undefined;
  return (
    <>
      <PageTitle title={say('filedTitle')} />
      <Stack maw="70ch" gap="lg" role="status">
        <div className="number-given">
          <Text>{say('numberToGive')}</Text>
          <Text className="number card-number">{number}</Text>
        </div>
        <Panel title={say('next')}>
          <Text>{seen ? say('nextOpen', { due: format.date(seen.resolveBy) }) : say('nextSensitive')}</Text>
        </Panel>
        <Group>
          {seen && (
            <LinkButton to="/complaints/$id" params={{ id: seen.id }}>
              {say('open')}
            </LinkButton>
          )}
          <LinkButton variant={seen ? 'default' : 'filled'} to="/track" search={{ number }}>
            {say('followIt')}
          </LinkButton>
          <Button variant="default" onClick={another}>
            {say('another')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}

/** Leads to the first of two tries, which had been filed after all. */
export function firstFiled(answer: unknown) {
  const { number, id } = answer as { number: string; id?: string };
  return <FirstFiled number={number} id={id} />;
}

function FirstFiled({ number, id }: { number: string; id: string | undefined }) {
  const parts = useWords(partsWords);
  return (
    <Group>
      <Text className="number">{number}</Text>
      {id && (
        <LinkButton to="/complaints/$id" params={{ id }}>
          {parts('openIt')}
        </LinkButton>
      )}
    </Group>
  );
}
