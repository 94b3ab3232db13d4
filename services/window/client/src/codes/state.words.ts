import type {
  AppealState,
  ApplicationState,
  CaseState,
  CycleState,
  EnrolmentState,
  FundsState,
  HouseholdState,
  ImportState,
  PaymentState,
  ReissueState,
  SettlementState,
} from '@janela/contracts';

import type { Sentence } from '../language/words.ts';
import type { Meaning } from './meaning.ts';

/** A state of something, in words and with its colour. */
export interface StateWords {
  words: Sentence;
  meaning: Meaning;
}

const state = (meaning: Meaning, en: string, pt: string, fr: string): StateWords => ({
  meaning,
  words: { en, pt, fr },
});

export const applicationStateWords: Record<ApplicationState, StateWords> = {
  submitted: state('waits', 'Submitted', 'Apresentada', 'Déposée'),
  recommended: state('waits', 'Waits for a decision', 'Aguarda decisão', 'Attend une décision'),
  approved: state('good', 'Approved', 'Aprovada', 'Approuvée'),
  refused: state('bad', 'Refused', 'Recusada', 'Refusée'),
  reopened: state('waits', 'Reopened', 'Reaberta', 'Rouverte'),
  withdrawn: state('plain', 'Withdrawn', 'Retirada', 'Retirée'),
};

export const enrolmentStateWords: Record<EnrolmentState, StateWords> = {
  waitlisted: state('waits', 'On the waiting list', 'Na lista de espera', 'Sur liste d’attente'),
  active: state('good', 'Receives', 'Recebe', 'Reçoit'),
  suspended: state('waits', 'Suspended', 'Suspensa', 'Suspendue'),
  ended: state('plain', 'Ended', 'Terminada', 'Terminée'),
};

export const paymentStateWords: Record<PaymentState, StateWords> = {
  frozen: state('waits', 'Waits to be sent', 'Aguarda envio', 'Attend l’envoi'),
  held: state('waits', 'Held', 'Retido', 'Retenu'),
  instructed: state('waits', 'Being sent', 'Em envio', 'En cours d’envoi'),
  sent: state('waits', 'Sent to provider', 'Enviado ao operador', 'Envoyé à l’opérateur'),
  paid: state('good', 'Paid', 'Pago', 'Payé'),
  failed: state('bad', 'Failed', 'Falhou', 'Échoué'),
  returned: state('bad', 'Returned', 'Devolvido', 'Retourné'),
  unknown: state('unknown', 'Unconfirmed', 'Por confirmar', 'Non confirmé'),
  cancelled: state('plain', 'Cancelled', 'Cancelado', 'Annulé'),
};

export const cycleStateWords: Record<CycleState, StateWords> = {
  open: state('plain', 'Open', 'Aberto', 'Ouvert'),
  submitted: state('waits', 'Waits for approval', 'Aguarda aprovação', 'Attend l’approbation'),
  approved: state('good', 'Approved', 'Aprovado', 'Approuvé'),
  dispatched: state('waits', 'Being paid', 'Em pagamento', 'En cours de paiement'),
  closed: state('good', 'Closed', 'Encerrado', 'Clos'),
};

export const fundsStateWords: Record<FundsState, StateWords> = {
  proposed: state('waits', 'Proposed', 'Proposta', 'Proposée'),
  approved: state('good', 'Approved', 'Aprovada', 'Approuvée'),
  refused: state('bad', 'Refused', 'Recusada', 'Refusée'),
};

export const settlementStateWords: Record<SettlementState, StateWords> = {
  proposed: state('waits', 'Proposed', 'Proposto', 'Proposé'),
  confirmed: state('good', 'Confirmed', 'Confirmado', 'Confirmé'),
  refused: state('bad', 'Refused', 'Recusado', 'Refusé'),
};

export const reissueStateWords: Record<ReissueState, StateWords> = {
  requested: state('waits', 'Asked for', 'Pedido', 'Demandé'),
  approved: state('good', 'Approved', 'Aprovado', 'Approuvé'),
  refused: state('bad', 'Refused', 'Recusado', 'Refusé'),
};

export const caseStateWords: Record<CaseState, StateWords> = {
  filed: state('waits', 'New', 'Nova', 'Nouvelle'),
  assigned: state('waits', 'Being worked on', 'Em tratamento', 'En traitement'),
  escalated: state('bad', 'Escalated', 'Escalada', 'Transmise au niveau supérieur'),
  resolved: state('good', 'Answered', 'Respondida', 'Répondue'),
  withdrawn: state('plain', 'Withdrawn', 'Retirada', 'Retirée'),
  closed: state('plain', 'Closed', 'Encerrada', 'Close'),
};

export const appealStateWords: Record<AppealState, StateWords> = {
  filed: state('waits', 'Waits for a decision', 'Aguarda decisão', 'Attend une décision'),
  upheld: state('good', 'Upheld', 'Deferido', 'Accueilli'),
  dismissed: state('bad', 'Dismissed', 'Indeferido', 'Rejeté'),
  withdrawn: state('plain', 'Withdrawn', 'Retirado', 'Retiré'),
};

export const householdStateWords: Record<HouseholdState, StateWords> = {
  active: state('good', 'Registered', 'Registado', 'Enregistré'),
  merged: state('plain', 'Is another household', 'É outro agregado', 'Est un autre ménage'),
  closed: state('plain', 'Closed', 'Encerrado', 'Clos'),
};

export const importStateWords: Record<ImportState, StateWords> = {
  received: state('waits', 'Received', 'Recebido', 'Reçu'),
  checking: state('waits', 'Being checked', 'Em verificação', 'En vérification'),
  writing: state('waits', 'Being written', 'A gravar', 'En écriture'),
  finished: state('good', 'Finished', 'Concluído', 'Terminé'),
  failed: state('bad', 'Stopped', 'Parou', 'Arrêté'),
};
