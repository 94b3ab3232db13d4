import { words, type Sentence } from '../language/words.ts';

/** What was done to a household, and which parts of it changed. */
export const householdActionWords: Record<string, Sentence> = {
  registered: words('Registered', 'Registado', 'Enregistré'),
  updated: words('Updated', 'Actualizado', 'Mis à jour'),
  member_added: words('Person added', 'Pessoa acrescentada', 'Personne ajoutée'),
  payee_designated: words('Who collects was named', 'Indicado quem recebe', 'Bénéficiaire du paiement désigné'),
  payee_change_requested: words(
    'Another payee or account was asked for',
    'Pedido outro recebedor ou outra conta',
    'Autre bénéficiaire du paiement ou compte demandé',
  ),
  payee_change_refused: words(
    'Another payee or account was refused',
    'Recusado outro recebedor ou outra conta',
    'Autre bénéficiaire du paiement ou compte refusé',
  ),
  payee_change_taken_back: words(
    'The request for another payee was taken back',
    'Pedido de outro recebedor retirado',
    'Demande d’autre bénéficiaire du paiement retirée',
  ),
  moved: words('Moved', 'Mudou de lugar', 'Déménagé'),
  closed: words('Closed', 'Encerrado', 'Clos'),
  merged: words('Found to be another household', 'Reconhecido como outro agregado', 'Reconnu comme un autre ménage'),
  death_reported: words('A death was reported', 'Óbito comunicado', 'Décès signalé'),
  death_certified: words('A death was certified', 'Óbito certificado', 'Décès certifié'),
  death_withdrawn: words('A reported death was withdrawn', 'Óbito retirado', 'Décès signalé par erreur'),
  household: words('the household’s page', 'a página do agregado', 'la page du ménage'),
  history: words('its history', 'o histórico', 'son historique'),
  found: words('found in a search', 'encontrado numa procura', 'trouvé par une recherche'),
  payee_changes: words(
    'the list of changes of payee',
    'a lista de mudanças de recebedor',
    'la liste des changements de bénéficiaire du paiement',
  ),
  possible_duplicate: words(
    'named as a possible duplicate',
    'indicado como possível duplicado',
    'indiqué comme doublon possible',
  ),
  names: words('named in a list', 'indicado numa lista', 'nommé dans une liste'),
  duplicates: words('its possible duplicates', 'os seus possíveis duplicados', 'ses doublons possibles'),
  import_waiting: words('a form that waits', 'um formulário à espera', 'un formulaire en attente'),
  access_log: words('who has looked', 'quem consultou', 'qui a consulté'),
};

export const householdPartWords: Record<string, Sentence> = {
  members: words('people', 'pessoas', 'personnes'),
  head: words('head', 'chefe', 'chef de ménage'),
  contact: words('telephone', 'telefone', 'téléphone'),
  address: words('address', 'morada', 'adresse'),
  residence: words('where it lives', 'onde vive', 'lieu de résidence'),
  dwelling: words('dwelling', 'habitação', 'logement'),
  assets: words('belongings', 'bens', 'biens'),
  consumption: words('consumption', 'consumo', 'consommation'),
  payee: words('who collects', 'quem recebe', 'qui perçoit'),
  consent: words('consent', 'consentimento', 'consentement'),
  state: words('state', 'estado', 'état'),
};

/** What was done with a complaint. */
export const caseActionWords: Record<string, Sentence> = {
  filed: words('Filed', 'Apresentada', 'Déposée'),
  assigned: words('Assigned', 'Atribuída', 'Attribuée'),
  noted: words('Note', 'Nota', 'Note'),
  escalated: words('Passed to the next level', 'Passou ao nível seguinte', 'Transmise au niveau supérieur'),
  resolved: words('Answered', 'Respondida', 'Répondue'),
  reopened: words('Reopened', 'Reaberta', 'Rouverte'),
  closed: words('Closed', 'Encerrada', 'Close'),
  withdrawn: words('Withdrawn', 'Retirada', 'Retirée'),
  appealed: words('Appeal filed', 'Recurso apresentado', 'Recours déposé'),
  'appeal-decided': words('Appeal decided', 'Recurso decidido', 'Recours tranché'),
  read: words('Read', 'Lida', 'Lue'),
};

export const roleWords: Record<string, Sentence> = {
  caseworker: words('Caseworker', 'Assistente social', 'Assistant social'),
  supervisor: words('Supervisor', 'Supervisor', 'Superviseur'),
  designer: words('Programme designer', 'Autor de programas', 'Concepteur de programmes'),
  publisher: words('Publisher of programmes', 'Publicador de programas', 'Publicateur de programmes'),
  'payments-officer': words('Payments officer', 'Oficial de pagamentos', 'Agent de paiement'),
  'payments-approver': words('Payments approver', 'Aprovador de pagamentos', 'Approbateur de paiements'),
  'grievance-officer': words('Complaints officer', 'Oficial de reclamações', 'Agent des réclamations'),
  'sensitive-officer': words('Sensitive-case officer', 'Oficial de casos sensíveis', 'Agent des cas sensibles'),
  'appeals-reviewer': words('Appeals reviewer', 'Avaliador de recursos', 'Examinateur des recours'),
  statistician: words('Statistician', 'Estatístico', 'Statisticien'),
  auditor: words('Auditor', 'Auditor', 'Auditeur'),
  operator: words('Operator', 'Operador do sistema', 'Exploitant'),
  administrator: words('Administrator', 'Administrador', 'Administrateur'),
};

/** The words of a code; a code that has none yet is shown as it is, for that is better than nothing. */
export const inWords = (table: Readonly<Record<string, Sentence>>, code: string): Sentence =>
  table[code] ?? { en: code, pt: code, fr: code };
