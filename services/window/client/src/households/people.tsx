import type { Household, Member } from '@janela/contracts';
import { Stack } from '@mantine/core';

import { useCodeWords, useTimeZone } from '../api/country.ts';
import { useMay } from '../api/use-may.ts';
import { todayIn } from '../language/dates.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Badge } from '../parts/badge.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { householdsWords } from './households.words.ts';
import { ageOn, inOrder, payeeOf } from './living.ts';
import { WithdrawDeath } from './withdraw-death.tsx';

/** The people of a household, the living head first, and who collects its money. */
export function People({ household }: { household: Household }) {
  const say = useWords(householdsWords);
  const codes = useCodeWords();
  const format = useFormat();
  const today = todayIn(useTimeZone());
  const ageOf = (member: Member) => {
    const age = ageOn(member, today);
    if (!age) return say('bornLater', { on: format.date(member.bornOn) });
    const { atLeast, atMost } = age;
    return say('years', { age: atLeast === atMost ? atLeast : say('about', { age: atLeast }) });
  };
  return (
    <Panel title={say('people')}>
      <Rows
        heads={[say('name'), say('relationship'), say('sex'), say('age'), say('identifiers'), say('money')]}
        minWidth={640}
        rows={inOrder(household).map((member) => [
          member.personId,
          <strong key="n">
            {member.givenNames} {member.familyName}
          </strong>,
          say.of(codes('relationship', member.relationship)),
          say.of(codes('sex', member.sex)),
          member.diedOn ? <Died key="d" member={member} householdId={household.id} /> : ageOf(member),
          member.identifiers.map(({ masked }) => masked).join(', '),
          <Collects key="c" member={member} household={household} />,
        ])}
      />
    </Panel>
  );
}

function Died({ member, householdId }: { member: Member; householdId: string }) {
  const say = useWords(householdsWords);
  const format = useFormat();
  const mayWithdraw = useMay('reportDeath');
  return (
    <Stack gap="xs" align="flex-start">
      {member.diedOn && say('died', { on: format.date(member.diedOn) })}
      {mayWithdraw && <WithdrawDeath member={member} householdId={householdId} />}
    </Stack>
  );
}

function Collects({ member, household }: { member: Member; household: Household }) {
  const say = useWords(householdsWords);
  const { payee, deputy } = payeeOf(household);
  if (payee?.personId === member.personId)
    return (
      <Badge meaning="good">
        {say('payee')} {payee.account && <span className="number">{payee.account}</span>}
      </Badge>
    );
  return deputy === member.personId ? <Badge meaning="plain">{say('deputy')}</Badge> : null;
}
