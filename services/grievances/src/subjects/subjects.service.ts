import { Injectable } from '@nestjs/common';
import type { CaseSubject, PlainDate } from '@janela/contracts';
import { type Actor, Clock, mustReach, type Tx } from '@janela/platform';

import { AreaMissing, AreaUnknown, SubjectMissing, SubjectsDiffer } from '../grievances.errors.ts';
import { getApplication, getHousehold, getPayment } from './get-subject.ts';
import type { SubjectHouseholdEntity } from './subject-household.entity.ts';

/** What a complaint names as its subjects. */
export interface NamedSubjects {
  areaCode?: string | undefined;
  householdId?: string | undefined;
  applicationId?: string | undefined;
  paymentId?: string | undefined;
}

/** The subjects of a complaint, which are known and of one household. */
export interface Subjects {
  areaCode: string;
  householdId: string | null;
  applicationId: string | null;
  paymentId: string | null;
}

const fields = { household: 'householdId', application: 'applicationId', payment: 'paymentId' } as const;

/** Looks up what complaints are about, within the areas of the open transaction. */
@Injectable()
export class SubjectsService {
  constructor(private readonly clock: Clock) {}

  /** Throws where a subject is unknown, is of another household or area, or is missing though the category needs it. */
  async get(tx: Tx, actor: Actor, needs: readonly CaseSubject[], named: NamedSubjects): Promise<Subjects> {
    if (named.areaCode !== undefined) mustReach(actor, named.areaCode);
    const application = named.applicationId ? await getApplication(tx, named.applicationId) : undefined;
    const payment = named.paymentId ? await getPayment(tx, named.paymentId) : undefined;
    const household = await findHousehold(tx, [named.householdId, application?.householdId, payment?.householdId]);
    const missing = needs.filter((need) => (need === 'household' ? !household : named[fields[need]] === undefined));
    if (missing.length > 0) throw new SubjectMissing(undefined, { errors: missing.map(missingEntry) });
    return {
      areaCode: household ? areaOf(household, named.areaCode) : await openArea(tx, named.areaCode, this.clock.today()),
      householdId: household?.id ?? null,
      applicationId: named.applicationId ?? null,
      paymentId: named.paymentId ?? null,
    };
  }
}

/** Returns the one household that all ids lead to, after merges. Throws `HouseholdUnknown`, `SubjectsDiffer`. */
async function findHousehold(tx: Tx, ids: (string | undefined)[]): Promise<SubjectHouseholdEntity | undefined> {
  const given = [...new Set(ids.filter((id) => id !== undefined))];
  const found = [];
  for (const id of given) found.push(await getHousehold(tx, id));
  if (new Set(found.map(({ id }) => id)).size > 1) throw new SubjectsDiffer();
  return found[0];
}

/** A complaint about a household arises where it lives; an area that is named beside it must be that one or lie above it. */
function areaOf({ areaCode }: SubjectHouseholdEntity, named: string | undefined): string {
  if (named === undefined || areaCode.startsWith(named)) return areaCode;
  throw new SubjectsDiffer(undefined, { errors: [entry('areaCode', 'subjects_differ', 'is not where it lives')] });
}

async function openArea(tx: Tx, areaCode: string | undefined, today: PlainDate): Promise<string> {
  if (areaCode === undefined)
    throw new AreaMissing(undefined, { errors: [entry('areaCode', 'required', 'is needed without a household')] });
  const rows = await tx.query<unknown[]>(
    'SELECT FROM subject_areas WHERE code = $1 AND (valid_to IS NULL OR valid_to >= $2)',
    [areaCode, today],
  );
  if (rows.length > 0) return areaCode;
  throw new AreaUnknown(undefined, { errors: [entry('areaCode', 'area_unknown', 'does not exist')] });
}

function missingEntry(need: CaseSubject) {
  return entry(fields[need], 'required', 'is needed in this category');
}

function entry(field: string, code: string, message: string) {
  return { in: 'body' as const, pointer: `/${field}`, code, message };
}
