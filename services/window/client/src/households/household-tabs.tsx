import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useProgrammeName } from '../api/names.ts';
import { householdActionWords, householdPartWords, inWords, roleWords } from '../codes/action.words.ts';
import { applicationStateWords, caseStateWords, paymentStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Listed } from '../parts/listed.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { accessLogOf, applicationsOf, casesOf, historyOf, paymentsOf } from './household.api.ts';
import { householdsWords } from './households.words.ts';

interface Of {
  householdId: string;
}

/** The household's applications, newest first. */
export function Applications({ householdId }: Of) {
  const say = useWords(householdsWords);
  const format = useFormat();
  return (
    <Listed of={useInfiniteQuery(applicationsOf(householdId))} none={<Text c="dimmed">{say('noApplications')}</Text>}>
      {(items) => (
        <Rows
          heads={[say('programme'), say('submittedOn'), say('state')]}
          rows={items.map((each) => [
            each.id,
            <Link key="l" to="/decisions/$id" params={{ id: each.id }}>
              {say.of(each.title)}
            </Link>,
            format.date(each.submittedAt),
            <StateBadge key="s" of={applicationStateWords[each.state]} />,
          ])}
        />
      )}
    </Listed>
  );
}

/** The household's payments, newest first. */
export function Payments({ householdId }: Of) {
  const say = useWords(householdsWords);
  const nameOf = useProgrammeName();
  const format = useFormat();
  return (
    <Listed of={useInfiniteQuery(paymentsOf(householdId))} none={<Text c="dimmed">{say('noPayments')}</Text>}>
      {(items) => (
        <Rows
          heads={[say('period'), say('programme'), say('amount'), say('state')]}
          figures={[2]}
          rows={items.map((each) => [
            each.id,
            <Link key="l" to="/payments/payment/$id" params={{ id: each.id }}>
              {format.month(each.period)}
            </Link>,
            say.of(nameOf(each.programme)),
            format.money(each),
            <StateBadge key="s" of={paymentStateWords[each.state]} />,
          ])}
        />
      )}
    </Listed>
  );
}

/** The household's complaints; sensitive ones are not here for any reader. */
export function Complaints({ householdId }: Of) {
  const say = useWords(householdsWords);
  const format = useFormat();
  return (
    <Listed of={useInfiniteQuery(casesOf(householdId))} none={<Text c="dimmed">{say('noComplaints')}</Text>}>
      {(items) => (
        <Rows
          heads={[say('complaintNumber'), say('filedOn'), say('state')]}
          rows={items.map((each) => [
            each.id,
            <Link key="l" to="/complaints/$id" params={{ id: each.id }}>
              {each.number}
            </Link>,
            format.date(each.filedAt),
            <StateBadge key="s" of={caseStateWords[each.state]} />,
          ])}
        />
      )}
    </Listed>
  );
}

/** Every change of the household: when, what, by whom. */
export function History({ householdId }: Of) {
  const say = useWords(householdsWords);
  const format = useFormat();
  return (
    <Listed of={useInfiniteQuery(historyOf(householdId))} none={<Text c="dimmed">{say('nothingThere')}</Text>}>
      {(items) => (
        <Rows
          heads={[say('when'), say('done'), say('changedParts'), say('by')]}
          rows={items.map((each) => [
            String(each.version),
            format.instant(each.at),
            say.of(inWords(householdActionWords, each.what)),
            each.changed.map((part) => say.of(inWords(householdPartWords, part))).join(', '),
            each.by,
          ])}
        />
      )}
    </Listed>
  );
}

/** Who has looked at the household, as it may see itself. */
export function Looked({ householdId }: Of) {
  const say = useWords(householdsWords);
  const format = useFormat();
  return (
    <Listed of={useInfiniteQuery(accessLogOf(householdId))} none={<Text c="dimmed">{say('nothingThere')}</Text>}>
      {(items) => (
        <Rows
          heads={[say('when'), say('by'), say('role'), say('lookedAt')]}
          rows={items.map((each, index) => [
            `${each.at} ${index}`,
            format.instant(each.at),
            each.by,
            say.of(inWords(roleWords, each.role)),
            say.of(inWords(householdActionWords, each.what)),
          ])}
        />
      )}
    </Listed>
  );
}
