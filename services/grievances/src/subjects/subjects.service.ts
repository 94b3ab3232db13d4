import { Injectable } from '@nestjs/common';
import type { CaseSubject, PlainDate } from '@janela/contracts';
import { type Actor, Clock, mustReach, type Tx } from '@janela/platform';

import {
  ApplicationUnknown,
  AreaMissing,
  AreaUnknown,
  HouseholdUnknown,
  PaymentUnknown,
  SubjectMissing,
  SubjectsDiffer,
} from '../grievances.errors.ts';
import { SubjectApplicationEntity, SubjectHouseholdEntity, SubjectPaymentEntity } from './subjects.entity.ts';

/** What a complaint says it is about. */
export interface NamedSubjects {
  areaCode?: string | undefined;
  householdId?: string | undefined;
  applicationId?: string | undefined;
  paymentId?: string | undefined;
}

/** What it is about, found and of one household. */
export interface FoundSubjects {
  areaCode: string;
  householdId: string | null;
  applicationId: string | null;
  paymentId: string | null;
}

const fields = { household: 'householdId', application: 'applicationId', payment: 'paymentId' } as const;
/** Merging twice is rare, and in a circle impossible; nobody follows a chain for ever. */
const mostMerges = 10;

/** Finds what complaints are about, within the areas of the open transaction: elsewhere there is nothing to be found. */
@Injectable()
export class SubjectsService {
  constructor(private readonly clock: Clock) {}

  /** Refuses what is not known, what belongs to somebody else, and a category's subject that is missing. */
  async find(tx: Tx, actor: Actor, needs: readonly CaseSubject[], named: NamedSubjects): Promise<FoundSubjects> {
    if (named.areaCode !== undefined) mustReach(actor, named.areaCode);
    const application = named.applicationId ? await findApplication(tx, named.applicationId) : undefined;
    const payment = named.paymentId ? await findPayment(tx, named.paymentId) : undefined;
    const household = await this.household(tx, [named.householdId, application?.householdId, payment?.householdId]);
    const missing = needs.filter((need) => (need === 'household' ? !household : named[fields[need]] === undefined));
    if (missing.length > 0) throw new SubjectMissing(undefined, { errors: missing.map(missingEntry) });
    return {
      areaCode: household ? areaOf(household, named.areaCode) : await openArea(tx, named.areaCode, this.clock.today()),
      householdId: household?.id ?? null,
      applicationId: named.applicationId ?? null,
      paymentId: named.paymentId ?? null,
    };
  }

  /** The one household that all of them are about, or have been merged into. */
  private async household(tx: Tx, ids: (string | undefined)[]): Promise<SubjectHouseholdEntity | undefined> {
    const given = [...new Set(ids.filter((id) => id !== undefined))];
    const found = [];
    for (const id of given) found.push(await this.remaining(tx, id));
    if (new Set(found.map(({ id }) => id)).size > 1) throw new SubjectsDiffer();
    return found[0];
  }

  /** The household, or the one that remains of it. Throws `HouseholdUnknown`. */
  async remaining(tx: Tx, id: string): Promise<SubjectHouseholdEntity> {
    let next = id;
    for (let merges = 0; merges <= mostMerges; merges += 1) {
      const household = await tx.findOneBy(SubjectHouseholdEntity, { id: next });
      if (!household) break;
      if (household.mergedInto === null) return household;
      next = household.mergedInto;
    }
    throw new HouseholdUnknown(undefined, { errors: [entry('householdId', 'household_unknown', 'is not known here')] });
  }
}

/** Throws `ApplicationUnknown`. */
export async function findApplication(tx: Tx, id: string): Promise<SubjectApplicationEntity> {
  const found = await tx.findOneBy(SubjectApplicationEntity, { id });
  if (found) return found;
  throw new ApplicationUnknown(undefined, {
    errors: [entry('applicationId', 'application_unknown', 'is not known here')],
  });
}

/** Throws `PaymentUnknown`. */
export async function findPayment(tx: Tx, id: string): Promise<SubjectPaymentEntity> {
  const found = await tx.findOneBy(SubjectPaymentEntity, { id });
  if (found) return found;
  throw new PaymentUnknown(undefined, { errors: [entry('paymentId', 'payment_unknown', 'is not known here')] });
}

/** A complaint about a household arises where that lives; an area that is named beside it must be that one or lie above it. */
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

/** Everybody who held, released or cancelled a payment, or had a hand in its cycle. */
export async function staffOfPayment(tx: Tx, id: string): Promise<string[]> {
  const { hands, cycleId } = await findPayment(tx, id);
  const [cycle] = await tx.query<{ hands: string[] }[]>('SELECT hands FROM subject_cycles WHERE id = $1', [cycleId]);
  return [...hands, ...(cycle?.hands ?? [])];
}

function missingEntry(need: CaseSubject) {
  return entry(fields[need], 'required', 'is needed in this category');
}

function entry(field: string, code: string, message: string) {
  return { in: 'body' as const, pointer: `/${field}`, code, message };
}
