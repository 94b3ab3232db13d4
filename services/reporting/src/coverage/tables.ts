import { enableAreaPolicy } from '@janela/platform';

/**
 * The tables of the read model, without a schema: `…_facts` have a row for each statement of an event, others one for each thing.
 * People, enrolments and payments have no area policy, so that a household counts where it moved to: see decision 28.
 */
export const coverageTables: readonly string[] = [
  `CREATE TABLE days_heard_of (day date PRIMARY KEY)`,
  `COMMENT ON TABLE days_heard_of IS 'Days on which something was said of places or people; before the first there are no figures'`,

  `CREATE TABLE areas (
    code text PRIMARY KEY, version bigint NOT NULL,
    level int NOT NULL, name text NOT NULL, parent text, valid_from date NOT NULL, valid_to date)`,

  `CREATE TABLE programmes (
    programme_id uuid, version int, code text NOT NULL, title jsonb NOT NULL, unit text NOT NULL, contributory boolean NOT NULL,
    components text[] NOT NULL, frequency text NOT NULL, valid_from date NOT NULL, PRIMARY KEY (programme_id, version))`,

  `CREATE TABLE person_facts (
    person_id uuid, household_id uuid, version bigint, area_code text NOT NULL, sex text NOT NULL, born_on date NOT NULL,
    severe_disability boolean, allows_statistics boolean NOT NULL, holds_from date NOT NULL, recorded_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, household_id, version))`,
  `COMMENT ON TABLE person_facts IS 'What each state of a household says of each of its members'`,
  `COMMENT ON COLUMN person_facts.version IS 'That of the household'`,
  `COMMENT ON COLUMN person_facts.severe_disability IS 'By the Washington Group Short Set; null when not known'`,
  `COMMENT ON COLUMN person_facts.allows_statistics IS 'Whether the household allows its people to be counted; what was never recorded is no'`,
  `COMMENT ON COLUMN person_facts.holds_from IS 'The first day for which it is so; -infinity for what a household was registered with'`,

  `CREATE TABLE deaths (
    person_id uuid PRIMARY KEY, version bigint NOT NULL, died_on date NOT NULL, withdrawn boolean NOT NULL)`,
  `CREATE TABLE person_merges (person_id uuid PRIMARY KEY, version bigint NOT NULL, into_person_id uuid NOT NULL)`,

  `CREATE TABLE enrolment_facts (
    enrolment_id uuid, version bigint,
    says text NOT NULL CONSTRAINT enrolment_facts_says_known CHECK (says IN ('started', 'changed', 'suspended', 'resumed', 'ended')),
    programme_id uuid NOT NULL, programme text NOT NULL, household_id uuid NOT NULL, person_id uuid, area_code text NOT NULL,
    covered uuid[], amount_minor bigint, currency text, frequency text, holds_from date NOT NULL,
    recorded_at timestamptz NOT NULL, PRIMARY KEY (enrolment_id, version),
    CONSTRAINT enrolment_facts_cover_said CHECK ((says IN ('started', 'changed')) = (covered IS NOT NULL)))`,
  `COMMENT ON TABLE enrolment_facts IS 'On a day an enrolment is what was said last among that which holds from that day or before'`,

  `CREATE TABLE payments (
    payment_id uuid PRIMARY KEY, version bigint NOT NULL, enrolment_id uuid NOT NULL, programme text NOT NULL,
    household_id uuid NOT NULL, person_id uuid, area_code text NOT NULL, period date NOT NULL, amount_minor bigint NOT NULL,
    currency text NOT NULL, state text NOT NULL, reason_code text, paid_on date, recorded_at timestamptz NOT NULL)`,
  `COMMENT ON COLUMN payments.period IS 'Its first day'`,
  `COMMENT ON COLUMN payments.paid_on IS 'Only of money that arrived and did not come back'`,
  `CREATE INDEX payments_enrolment ON payments (enrolment_id, period)`,
  `CREATE TABLE cycles (
    cycle_id uuid PRIMARY KEY, version bigint NOT NULL, programme text NOT NULL, period date NOT NULL, period_months int NOT NULL,
    state text NOT NULL)`,

  `CREATE TABLE contributions (
    contribution_id uuid PRIMARY KEY, version bigint NOT NULL, person_id uuid NOT NULL, area_code text NOT NULL,
    programme text NOT NULL, branch text NOT NULL, period date NOT NULL, received_on date NOT NULL, reversed boolean NOT NULL)`,

  `CREATE TABLE case_facts (
    case_id uuid, version bigint, says text NOT NULL CONSTRAINT case_facts_says_known CHECK (says IN ('filed', 'resolved', 'closed')),
    area_code text NOT NULL, category text NOT NULL, said_on date NOT NULL, on_time boolean, withdrawn boolean,
    PRIMARY KEY (case_id, version))`,
  `CREATE INDEX case_facts_filed ON case_facts (said_on) WHERE says = 'filed'`,
  `CREATE TABLE sensitive_cases (record_id uuid PRIMARY KEY)`,
  `COMMENT ON TABLE sensitive_cases IS 'That there is one, and nothing else'`,

  enableAreaPolicy('case_facts'),
];
