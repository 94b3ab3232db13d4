import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';

import { rolesOf } from '../api/access.ts';
import { outcomes } from '../api/outcomes.ts';
import { FirstWasDone, MovedOn, Refused, SignedOut, Unreachable } from '../api/problem.ts';
import { inWords, roleWords } from '../codes/action.words.ts';
import { fieldProblemIn, refusalIn } from '../codes/problems.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { useOnline } from './connection.ts';
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

/** What failed, what still works, and what to do; the code is there for a telephone call for help. */
export function Failed({ error, retry, what }: { error: Error; retry?: () => void; what?: string }) {
  const say = useWords(partsWords);
  if (error instanceof SignedOut) return <SignInFirst title={say('signedOut')} />;
  if (error instanceof FirstWasDone) return <FirstDone />;
  if (error instanceof MovedOn) return <Resolved as="movedOn" />;
  if (error instanceof Unreachable && error.attempt !== undefined) return <AskedAgain attempt={error.attempt} />;
  // From 500 on, what was asked was not judged.
  if (error instanceof Refused && error.problem.status < 500) return <Refusal refused={error} />;
  if (error instanceof Unreachable && error.mayBeDone) return <MayBeDone retry={retry} />;
  return <NoAnswer error={error} {...(retry && { retry })} {...(what && { what })} />;
}

function MayBeDone({ retry }: { retry: (() => void) | undefined }) {
  const say = useWords(partsWords);
  return (
    <Alert color="yellow" title={say('sentNoAnswer')} role="alert">
      <Group justify="space-between">
        <Text>{say('sentNoAnswerText')}</Text>
        {retry && <TryAgain retry={retry} />}
      </Group>
    </Alert>
  );
}

/** What is asked again by itself: says so until it is known what became of it, and then what did; the button may have gone meanwhile. */
function AskedAgain({ attempt }: { attempt: string }) {
  const say = useWords(partsWords);
  const outcome = useSyncExternalStore(outcomes.watch, () => outcomes.find(attempt));
  if (outcome instanceof Error) return <Failed error={outcome} />;
  if (outcome !== undefined) return <Resolved as={outcome === 'done' ? 'wasDone' : 'movedOn'} />;
  return (
    <Alert color="yellow" title={say('sentNoAnswer')} role="alert">
      <Text>{say('askedAgainText')}</Text>
    </Alert>
  );
}

/** What became of something that was sent and not answered; the page has been read again. */
function Resolved({ as }: { as: 'wasDone' | 'movedOn' }) {
  const say = useWords(partsWords);
  return (
    <Alert color={as === 'wasDone' ? 'green' : 'yellow'} title={say(as)} role="status">
      <Text>{say(as === 'wasDone' ? 'wasDoneText' : 'movedOnText')}</Text>
    </Alert>
  );
}

/** Nothing came: there is no connection, or the other side is silent. */
function NoAnswer({ error, retry, what }: { error: Error; retry?: () => void; what?: string }) {
  const say = useWords(partsWords);
  const online = useOnline();
  // Only what a page asks for itself is asked again by itself; what a button asks for waits for the button.
  const isOfButton = retry === undefined;
  const title = what ? say('partUnreachable', { what }) : say(isOfButton ? 'notSent' : 'unreachable');
  const text = isOfButton
    ? say(online ? 'pressAgain' : 'pressWhenBack')
    : say(online ? 'unreachableText' : 'noConnectionText');
  return (
    <Alert color={online ? 'gray' : 'yellow'} title={online ? title : say('offline')} role="alert">
      <Group justify="space-between">
        <Text>{text}</Text>
        {retry && <TryAgain retry={retry} />}
      </Group>
      {error instanceof Refused && <Code code={error.problem.code} />}
    </Alert>
  );
}

function TryAgain({ retry }: { retry: () => void }) {
  const say = useWords(partsWords);
  return (
    <Button variant="default" size="sm" onClick={retry}>
      {say('tryAgain')}
    </Button>
  );
}

/** Leads to the sign-in page and back here; what was typed is kept on the device. */
export function SignInFirst({ title }: { title: string }) {
  const say = useWords(partsWords);
  const { language } = useLanguage();
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <Alert color="yellow" title={title}>
      <Text mb="sm">{say('signedOutText')}</Text>
      <Button component="a" href={`/login?language=${language}&return=${back}`}>
        {say('signIn')}
      </Button>
    </Alert>
  );
}

/** What was sent first was done after all; `children` lead to it, and `again` lets the changed form be sent as another. */
export function FirstDone({ again, children }: { again?: () => void; children?: ReactNode }) {
  const say = useWords(partsWords);
  return (
    <Alert color="yellow" title={say('firstWasDone')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{say('firstWasDoneText')}</Text>
        {children}
        {again && (
          <Button variant="default" size="sm" onClick={again}>
            {say('sendAsNew')}
          </Button>
        )}
      </Stack>
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

/** A refusal in words: what the code means, in the reader's language, and each answer that has to be looked at. */
function Refusal({ refused }: { refused: Refused }) {
  const say = useWords(partsWords);
  const { language } = useLanguage();
  const { status, code, errors } = refused.problem;
  if (code === 'access.not_allowed') return <Forbidden code={code} />;
  const title = status === 404 ? 'notFound' : errors?.length ? 'formProblem' : status === 403 ? 'forbidden' : 'refused';
  return (
    <Alert color={status === 404 ? 'gray' : 'red'} title={say(title)} role="alert">
      <Text>{refusalIn(language, refused.problem)}</Text>
      {errors?.map((each) => (
        <Text key={each.pointer + each.code} fz="sm">
          {fieldProblemIn(language, each)}
        </Text>
      ))}
      <Code code={code} />
    </Alert>
  );
}

/** Something that is not part of the reader's work. */
export function Forbidden({ code }: { code?: string }) {
  const say = useWords(partsWords);
  return (
    <Alert color="gray" title={say('forbidden')} role="alert">
      <Text>{say('forbiddenText')}</Text>
      {code && <Code code={code} />}
    </Alert>
  );
}

/** Sent home from a page of the work of others, with the roles whose it is. */
export function NotYours({ page }: { page: string }) {
  const say = useWords(partsWords);
  const whoCan = rolesOf(page)?.map((role) => say.of(inWords(roleWords, role))) ?? [];
  return (
    <Alert color="gray" mb="lg" title={say('forbidden')} role="alert">
      <Text>{say('notYourWork')}</Text>
      {whoCan.length > 0 && <Text>{say('whoCan', { roles: whoCan.join(', ') })}</Text>}
    </Alert>
  );
}

function Code({ code }: { code: string }) {
  const say = useWords(partsWords);
  return (
    <Text fz="xs" c="dimmed" mt="xs">
      {say('code', { code })}
    </Text>
  );
}
