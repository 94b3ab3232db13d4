import type { FileAppeal } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { NothingToAppeal } from '../grievances.errors.ts';
import { getApplication, getPayment } from '../subjects/get-subject.ts';

/** What an appeal is against. */
export interface Contested {
  applicationId: string | null;
  /** The decision of the application; another one would be another matter. */
  decisionId: string | null;
  paymentId: string | null;
  householdId: string;
  areaCode: string;
  /** From when on the time to appeal runs. */
  since: Date;
}

type Named = Pick<FileAppeal, 'applicationId' | 'paymentId'>;

/** Throws `ApplicationUnknown`, `PaymentUnknown`, or `NothingToAppeal` where nothing was decided against the household. */
export function getContested(tx: Tx, { applicationId, paymentId }: Named): Promise<Contested> {
  if (applicationId !== undefined) return refusedApplication(tx, applicationId);
  if (paymentId !== undefined) return settledPayment(tx, paymentId);
  throw new NothingToAppeal();
}

async function refusedApplication(tx: Tx, id: string): Promise<Contested> {
  const { householdId, areaCode, outcome, decisionId, decidedAt } = await getApplication(tx, id);
  if (outcome !== 'refused' || decisionId === null || decidedAt === null) throw new NothingToAppeal();
  return { applicationId: id, decisionId, paymentId: null, householdId, areaCode, since: decidedAt };
}

async function settledPayment(tx: Tx, id: string): Promise<Contested> {
  const { householdId, areaCode, settledAt } = await getPayment(tx, id);
  if (settledAt === null) throw new NothingToAppeal();
  return { applicationId: null, decisionId: null, paymentId: id, householdId, areaCode, since: settledAt };
}
