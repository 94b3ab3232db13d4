import type { Household, Member } from '@janela/contracts';
import { ageRangeAt, dateIn } from '@janela/kernel';
import { Text } from '@mantine/core';

import { useCodeWords } from '../api/country.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Badge } from '../parts/badge.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { householdsWords } from './households.words.ts';

/** The people of a household, the head first, and who collects its money. */
export function People({ household }: { household: Household }) {
  const say = useWords(householdsWords);
  const codes = useCodeWords();
  const format = useFormat();
  const { members, payee } = household;
  const inOrder = members.toSorted((a, b) => Number(b.relationship === 'head') - Number(a.relationship === 'head'));
  const ageOf = ({ bornOn, bornOnPrecision }: Member) => {
    const { atLeast, atMost } = ageRangeAt(bornOn, bornOnPrecision, dateIn('UTC', new Date()));
    return say('years', { age: atLeast === atMost ? atLeast : say('about', { age: atLeast }) });
  };
  return (
    <Panel title={say('people')}>
      <Rows
        heads={[say('name'), say('relationship'), say('sex'), say('age'), say('identifiers'), say('money')]}
        minWidth={640}
        rows={inOrder.map((member) => [
          member.personId,
          <strong key="n">
            {member.givenNames} {member.familyName}
          </strong>,
          say.of(codes('relationship', member.relationship)),
          say.of(codes('sex', member.sex)),
          member.diedOn ? say('died', { on: format.date(member.diedOn) }) : ageOf(member),
          member.identifiers.map(({ masked }) => masked).join(', '),
          <Collects key="c" member={member} payee={payee} />,
        ])}
      />
      {!payee && <Text c="dimmed">{say('noPayee')}</Text>}
    </Panel>
  );
}

function Collects({ member, payee }: { member: Member; payee: Household['payee'] }) {
  const say = useWords(householdsWords);
  if (payee?.personId === member.personId)
    return (
      <Badge meaning="good">
        {say('payee')} {payee.account && <span className="number">{payee.account}</span>}
      </Badge>
    );
  return payee?.deputyPersonId === member.personId ? <Badge meaning="plain">{say('deputy')}</Badge> : null;
}
