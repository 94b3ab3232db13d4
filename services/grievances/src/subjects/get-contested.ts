import type { Tx } from '@janela/platform';

import { NothingToAppeal } from '../grievances.errors.ts';
import { getApplication, getPayment } from './get-subject.ts';
import { SubjectApplicationEntity } from './subject-application.entity.ts';
import { SubjectPaymentEntity } from './subject-payment.entity.ts';

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

interface Named {
  applicationId?: string | null | undefined;
  paymentId?: string | null | undefined;
}

/** Throws `ApplicationUnknown`, `PaymentUnknown`, or `NothingToAppeal` where nothing was decided against the household. */
export async function getContested(tx: Tx, { applicationId, paymentId }: Named): Promise<Contested> {
  const found =
    contestedBy(applicationId ? await getApplication(tx, applicationId) : null) ??
    contestedBy(paymentId ? await getPayment(tx, paymentId) : null);
  if (found) return found;
  throw new NothingToAppeal();
}

/** Returns what can be contested of what a complaint names, or undefined where nothing was decided against the household. */
export async function findContested(tx: Tx, { applicationId, paymentId }: Named): Promise<Contested | undefined> {
  return (
    contestedBy(applicationId ? await tx.findOneBy(SubjectApplicationEntity, { id: applicationId }) : null) ??
    contestedBy(paymentId ? await tx.findOneBy(SubjectPaymentEntity, { id: paymentId }) : null)
  );
}

type Subject = SubjectApplicationEntity | SubjectPaymentEntity | null;

function contestedBy(subject: Subject): Contested | undefined {
  if (subject === null) return undefined;
  const { id, householdId, areaCode } = subject;
  if (subject instanceof SubjectPaymentEntity) {
    if (subject.settledAt === null) return undefined;
    return { applicationId: null, decisionId: null, paymentId: id, householdId, areaCode, since: subject.settledAt };
  }
  const { outcome, decisionId, decidedAt } = subject;
  if (outcome !== 'refused' || decisionId === null || decidedAt === null) return undefined;
  return { applicationId: id, decisionId, paymentId: null, householdId, areaCode, since: decidedAt };
}
