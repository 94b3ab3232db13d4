import { applicationStates, type Application, type Decision } from '@janela/contracts';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { useAreaName } from '../api/areas.ts';
import { useSession } from '../api/session.tsx';
import { useMay } from '../api/use-may.ts';
import { applicationStateWords } from '../codes/state.words.ts';
import { AppealsAgainst } from '../complaints/appeals-against.tsx';
import { ComplainButton } from '../complaints/complain-button.tsx';
import { householdsWords } from '../households/households.words.ts';
import { missingIn } from '../households/missing-in.ts';
import { Missing } from '../households/missing.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Discard } from '../parts/discard.tsx';
import { Guarded } from '../parts/guarded.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { Reasons } from '../parts/reasons.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { Applicant, useIsApplicantShown } from './applicant.tsx';
import { applicationById, useDecide } from './decisions.api.ts';
import { decisionsWords } from './decisions.words.ts';
import { mayApprove, needsDuplicateReason } from './may-approve.ts';
import { Outcome } from './outcome.tsx';
import { ownPart } from './own-part.ts';

/** One application: what the rules say and why, and the officer's decision. */
export function ApplicationPage() {
  const { id } = useParams({ from: '/decisions/$id' });
  return <Asked of={useQuery(applicationById(id))}>{(application) => <Page application={application} />}</Asked>;
}

function Page({ application }: { application: Application }) {
  const say = useWords(decisionsWords);
  const households = useWords(householdsWords);
  const format = useFormat();
  const nameOf = useAreaName();
  const { recommendation, decision } = application;
  const isOwnWork = application.handledByIds.includes(useSession()?.id ?? '');
  const mayRead = useMay('readHousehold');
  const mayDecide = useMay('decideApplications') && applicationStates.mayBecome(application.state, 'approved');
  return (
    <>
      <PageTitle
        title={say.of(application.title)}
        line={`${nameOf(application.areaCode)} · ${format.date(application.submittedAt)} · ${application.submittedBy}`}
      >
        <StateBadge of={applicationStateWords[application.state]} />
        {mayRead && (
          <LinkButton variant="default" to="/households/$id" params={{ id: application.householdId }}>
            {say('household')}
          </LinkButton>
        )}
        {decision && <ComplainButton about={{ householdId: application.householdId, applicationId: application.id }} />}
      </PageTitle>
      <Stack gap="lg">
        <Guarded>
          <Applicant application={application} />
        </Guarded>
        <Panel title={say('reasons')}>
          {recommendation ? (
            <>
              <Group gap="sm">
                <Outcome of={recommendation.outcome} />
                {recommendation.entitlement && (
                  <Text fw={600} className="number">
                    {format.money(recommendation.entitlement)} {households(recommendation.entitlement.frequency)}
                  </Text>
                )}
                <Text c="dimmed" fz="sm">
                  {say('asOf', { version: recommendation.programmeVersion, on: format.date(recommendation.asOf) })}
                </Text>
              </Group>
              <Reasons reasons={recommendation.reasons} />
              <Missing facts={missingIn(recommendation.reasons)} />
            </>
          ) : (
            <Text>{say('notYet')}</Text>
          )}
        </Panel>
        <Decided application={application} />
        {application.earlierDecisions.length > 0 && <AppealsAgainst application={application} />}
        {mayDecide && (isOwnWork ? <Text>{say('ownWork')}</Text> : <Decide application={application} />)}
      </Stack>
    </>
  );
}

/** What was decided, and what an appeal has undone. */
function Decided({ application: { decision, earlierDecisions } }: { application: Application }) {
  const say = useWords(decisionsWords);
  const format = useFormat();
  const by = ({ duplicateReason, decidedBy, decidedAt }: Decision) => (
    <>
      {duplicateReason && <Text>{say('duplicateReasonWas', { reason: duplicateReason })}</Text>}
      <Text c="dimmed" fz="sm">
        {say('decidedBy', { name: decidedBy, at: format.instant(decidedAt) })}
      </Text>
    </>
  );
  return (
    <>
      {earlierDecisions.length > 0 && (
        <Panel title={say('earlier')}>
          {earlierDecisions.map((earlier) => (
            <div key={earlier.decidedAt}>
              <Text>
                <strong>{say.of(applicationStateWords[earlier.outcome].words)}</strong> {earlier.reason}
              </Text>
              {by(earlier)}
            </div>
          ))}
        </Panel>
      )}
      {decision && (
        <Panel title={say('decided')}>
          <Text>{decision.reason}</Text>
          {by(decision)}
        </Panel>
      )}
    </>
  );
}

const blank = { reason: '', duplicateReason: '' };

function Decide({ application }: { application: Application }) {
  const say = useWords(decisionsWords);
  const name = useSession()?.name;
  const own = ownPart(application, name);
  const isShown = useIsApplicantShown(application);
  const draft = useDraft(`decide ${application.id}`, blank);
  const decide = useDecide(application, draft.sending);
  const [reason, duplicateReason] = [draft.value.reason.trim(), draft.value.duplicateReason.trim()];
  const { recommendation, suspectedDuplicates } = application;
  const answer = (outcome: 'approved' | 'refused') => () =>
    decide.mutate({
      outcome,
      ...(reason && { reason }),
      ...(outcome === 'approved' && duplicateReason && { duplicateReason }),
    });
  return (
    <Panel title={say('decide')}>
      <Textarea
        label={say('reason')}
        description={say('reasonHelp')}
        value={draft.value.reason}
        onChange={(event) => draft.set({ ...draft.value, reason: event.currentTarget.value })}
        maxLength={2000}
        autosize
        minRows={2}
        maw="70ch"
      />
      {suspectedDuplicates.length > 0 && (
        <Textarea
          label={say('duplicateReason')}
          description={needsDuplicateReason(application) && say('duplicateReasonHelp')}
          value={draft.value.duplicateReason}
          onChange={(event) => draft.set({ ...draft.value, duplicateReason: event.currentTarget.value })}
          maxLength={2000}
          autosize
          minRows={2}
          maw="70ch"
        />
      )}
      <Missing facts={recommendation?.amountMissing ?? []} />
      <WhyNot application={application} isShown={isShown} />
      {own && name && <Text>{say(own, { name })}</Text>}
      <SendPart of={decide}>
        <Group>
          <Button
            disabled={!mayApprove(application, { reason, duplicateReason, isShown })}
            loading={decide.isPending}
            onClick={answer('approved')}
          >
            {say('approve')}
          </Button>
          <Button variant="default" disabled={!reason} loading={decide.isPending} onClick={answer('refused')}>
            {say('refuse')}
          </Button>
          <Discard draft={draft} isEmpty={reason === '' && duplicateReason === ''} />
        </Group>
      </SendPart>
    </Panel>
  );
}

/** Why it cannot be approved, whatever is written. */
function WhyNot({
  application: { recommendation, mayBeJudged },
  isShown,
}: {
  application: Application;
  isShown: boolean;
}) {
  const say = useWords(decisionsWords);
  return (
    <>
      {recommendation?.amountKnown === false && <Text>{say('amountNotKnown')}</Text>}
      {!isShown && <Text>{say('notShown')}</Text>}
      {!mayBeJudged && <Text>{say('noConsent')}</Text>}
    </>
  );
}
