import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { Refused, SignedOut } from '../api/problem.ts';
import { inWords, roleWords } from '../codes/deed.words.ts';
import { rolesAt } from '../frame/menu.ts';
import { useWords } from '../language/language.tsx';
import { partsWords } from './parts.words.ts';

/** Grey bars where text will be, once waiting is long enough to notice, and a word when it is very long (by CSS: 200 ms, 6 s). */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const say = useWords(partsWords);
  return (
    <Stack gap="sm" className="appears-late" role="status" aria-label={say('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={row === 0 ? 24 : 16} width={row === 0 ? '40%' : '100%'} />
      ))}
      <Text c="dimmed" className="appears-last">
        {say('slow')}
      </Text>
    </Stack>
  );
}

/** What would be here, and the button that makes the first. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="flex-start" gap="sm" className="empty">
      <Text fw={600}>{title}</Text>
      {children && (
        <Text c="dimmed" maw="60ch">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}

/** What failed, what still works, and what to do; the code is there for the telephone call to the help desk. */
export function Failed({ error, retry, what }: { error: Error; retry?: () => void; what?: string }) {
  const say = useWords(partsWords);
  if (error instanceof SignedOut) {
    return (
      <Alert color="yellow" title={say('signedOut')}>
        <Text mb="sm">{say('signedOutText')}</Text>
        <Button component="a" href={`/login?return=${encodeURIComponent(location.pathname + location.search)}`}>
          {say('signIn')}
        </Button>
      </Alert>
    );
  }
  // Above 500 nobody has judged what was asked.
  if (error instanceof Refused && error.problem.status < 500) return <Refusal refused={error} />;
  return (
    <Alert color="gray" title={what ? say('partUnreachable', { what }) : say('unreachable')} role="alert">
      <Group justify="space-between">
        <Text>{say('unreachableText')}</Text>
        {retry && (
          <Button variant="default" size="sm" onClick={retry}>
            {say('tryAgain')}
          </Button>
        )}
      </Group>
      {error instanceof Refused && (
        <Text fz="xs" c="dimmed" mt="xs">
          {say('code', { code: error.problem.code })}
        </Text>
      )}
    </Alert>
  );
}

/** The window itself does not answer: nothing can be shown, and that is said. */
export function Unavailable({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <div className="page">
      <Failed error={error} retry={retry} />
    </div>
  );
}

/** A refusal in words: the title comes from the service, the advice from here. */
function Refusal({ refused }: { refused: Refused }) {
  const say = useWords(partsWords);
  const { status, title, code, errors } = refused.problem;
  if (status === 403) return <Forbidden code={code} />;
  return (
    <Alert color="red" title={say('refused')} role="alert">
      <Text>{status === 412 ? say('changedMeanwhile') : title}</Text>
      {errors?.map((each) => (
        <Text key={each.pointer + each.code} fz="sm">
          {each.message}
        </Text>
      ))}
      <Text fz="xs" c="dimmed" mt="xs">
        {say('code', { code })}
      </Text>
    </Alert>
  );
}

/** A place that is not part of somebody's work, and whose it is. */
export function Forbidden({ code }: { code?: string }) {
  const say = useWords(partsWords);
  const whoCan = rolesAt(location.pathname).map((role) => say.of(inWords(roleWords, role)));
  return (
    <Alert color="gray" title={say('forbidden')} role="alert">
      <Text>{say('forbiddenText')}</Text>
      {whoCan.length > 0 && <Text>{say('whoCan', { roles: whoCan.join(', ') })}</Text>}
      {code && (
        <Text fz="xs" c="dimmed" mt="xs">
          {say('code', { code })}
        </Text>
      )}
    </Alert>
  );
}
