import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { applicationStateWords, caseStateWords, paymentStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
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
    <Asked of={useQuery(applicationsOf(householdId))}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{say('noApplications')}</Text>
        ) : (
          <Rows
            rows={items.map((each) => [
              each.id,
              <Link key="l" to="/decisions/$id" params={{ id: each.id }}>
                {say.of(each.title)}
              </Link>,
              format.date(each.submittedAt),
              <StateBadge key="s" of={applicationStateWords[each.state]} />,
            ])}
          />
        )
      }
    </Asked>
  );
}

/** The household's payments, newest first. */
export function Payments({ householdId }: Of) {
  const say = useWords(householdsWords);
  const format = useFormat();
  return (
    <Asked of={useQuery(paymentsOf(householdId))}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{say('noPayments')}</Text>
        ) : (
          <Rows
            rows={items.map((each) => [
              each.id,
              format.month(each.period),
              each.programme,
              format.money(each),
              <StateBadge key="s" of={paymentStateWords[each.state]} />,
            ])}
          />
        )
      }
    </Asked>
  );
}

/** The household's complaints; sensitive ones are not here for anybody. */
export function Complaints({ householdId }: Of) {
  const say = useWords(householdsWords);
  const format = useFormat();
  return (
    <Asked of={useQuery(casesOf(householdId))}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{say('noComplaints')}</Text>
        ) : (
          <Rows
            rows={items.map((each) => [
              each.id,
              <Link key="l" to="/complaints/$id" params={{ id: each.id }}>
                {each.number}
              </Link>,
              format.date(each.filedAt),
              <StateBadge key="s" of={caseStateWords[each.state]} />,
            ])}
          />
        )
      }
    </Asked>
  );
}

/** Every change of the household: when, what, by whom. */
export function History({ householdId }: Of) {
  const format = useFormat();
  return (
    <Asked of={useQuery(historyOf(householdId))}>
      {({ items }) => (
        <Rows
          rows={items.map((each) => [
            String(each.version),
            format.instant(each.at),
            each.what,
            each.changed.join(', '),
            each.by,
          ])}
        />
      )}
    </Asked>
  );
}

/** Who has looked at the household, as it may see itself. */
export function Looked({ householdId }: Of) {
  const format = useFormat();
  return (
    <Asked of={useQuery(accessLogOf(householdId))}>
      {({ items }) => (
        <Rows
          rows={items.map((each, index) => [
            `${each.at} ${index}`,
            format.instant(each.at),
            each.by,
            each.role,
            each.what,
          ])}
        />
      )}
    </Asked>
  );
}
