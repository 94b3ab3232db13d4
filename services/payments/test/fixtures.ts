import { randomUUID } from 'node:crypto';

import {
  type ConsentPurpose,
  type DataOf,
  type EnrolmentStarted,
  HouseholdRegistered,
  HouseholdUpdated,
  type ProgrammePublished,
} from '@janela/contracts';
import { dateIn, periodOf } from '@janela/kernel';
import { recordOf } from '@janela/messaging';

export const samfya = 'ZM104011';
export const lunga = 'ZM104005';

/** What every enrolment gets in these specs: K 400. */
export const amountMinor = 40_000;
export const today = dateIn('Africa/Lusaka', new Date());
/** The period of two months that is paid now. */
export const thisPeriod = periodOf(today, 2);

const programmeId = randomUUID();

/** The cash transfer, as eligibility would publish it. */
export const transferProgramme: DataOf<typeof ProgrammePublished> = {
  programmeId,
  code: 'SCT',
  version: 1,
  title: { en: 'Social Cash Transfer', pt: 'Transferência social', fr: 'Transfert social' },
  unit: 'household',
  contributory: false,
  sdgComponents: ['SI_COV_POOR'],
  currency: 'ZMW',
  frequency: 'every_two_months',
  validFrom: '2026-01-01',
};

export const sandbox = {
  code: 'sandbox',
  name: { en: 'Sandbox payment company', pt: 'Empresa de ensaio', fr: "Société d'essai" },
  channels: ['mobile_money', 'cash'],
};

/** Returns a household that was enrolled long ago, unless given. */
export function enrolment(about: Partial<DataOf<typeof EnrolmentStarted>> = {}): DataOf<typeof EnrolmentStarted> {
  return {
    enrolmentId: randomUUID(),
    programmeId,
    programme: 'SCT',
    householdId: randomUUID(),
    areaCode: samfya,
    reason: 'approved',
    applicationId: randomUUID(),
    programmeVersion: 1,
    coveredPersonIds: [randomUUID()],
    entitlement: { amountMinor, currency: 'ZMW', frequency: 'every_two_months' },
    from: '2026-01-01',
    ...about,
  };
}

/** Returns a payee by mobile money, with an account of its own for each household. */
export function payeeOf(householdId: string) {
  const account = `+26097${householdId.replaceAll(/\D/g, '').padEnd(7, '0').slice(0, 5)}99`;
  return {
    personId: randomUUID(),
    name: 'Chanda Mwape',
    account,
    channel: 'mobile_money' as const,
    provider: 'sandbox',
  };
}

/** A body of `POST /v1/funds`. */
export const funds = (minor: number, reference: string) => ({
  programme: 'SCT',
  amount: { amountMinor: minor, currency: 'ZMW' },
  source: 'GRZ',
  reference,
  on: '2026-01-15',
});

/** Returns the event of a household that says for which purposes its data may be used. */
export function householdRecord(householdId: string, consentedPurposes: ConsentPurpose[], aggregateVersion: number) {
  const person = { personId: randomUUID(), sex: 'female', bornOn: '1960-01-01', bornOnPrecision: 'year' } as const;
  const facts = { size: 1, members: [{ ...person, relationship: 'head' as const }], consentedPurposes };
  const about = { householdId, number: 'ZM-1', areaCode: samfya, facts };
  return aggregateVersion === 1
    ? recordOf(HouseholdRegistered, { ...about, source: 'window' })
    : recordOf(HouseholdUpdated, { ...about, changed: ['consent'], reason: 'correction' }, { aggregateVersion });
}
