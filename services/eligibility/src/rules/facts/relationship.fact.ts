import type { LocalText, Relationship } from '@janela/contracts';

import { defineFact } from './define-fact.ts';

const relationships: Record<Relationship, LocalText> = {
  head: { en: 'head', pt: 'chefe', fr: 'chef' },
  spouse: { en: 'spouse', pt: 'cônjuge', fr: 'conjoint' },
  child: { en: 'child', pt: 'filho', fr: 'enfant' },
  stepchild: { en: 'stepchild', pt: 'enteado', fr: 'beau-fils ou belle-fille' },
  foster_child: { en: 'foster child', pt: 'filho acolhido', fr: 'enfant placé' },
  child_in_law: { en: 'son- or daughter-in-law', pt: 'genro ou nora', fr: 'gendre ou bru' },
  grandchild: { en: 'grandchild', pt: 'neto', fr: 'petit-enfant' },
  parent: { en: 'parent', pt: 'pai ou mãe', fr: 'parent' },
  parent_in_law: { en: 'parent-in-law', pt: 'sogro ou sogra', fr: 'beau-parent' },
  grandparent: { en: 'grandparent', pt: 'avô ou avó', fr: 'grand-parent' },
  sibling: { en: 'brother or sister', pt: 'irmão ou irmã', fr: 'frère ou sœur' },
  niece_or_nephew: { en: 'niece or nephew', pt: 'sobrinho ou sobrinha', fr: 'neveu ou nièce' },
  other_relative: { en: 'other relative', pt: 'outro parente', fr: 'autre parent' },
  non_relative: { en: 'not related', pt: 'sem parentesco', fr: 'sans lien de parenté' },
};

/** What a person is to the head of the household. */
export const relationship = defineFact({
  code: 'relationship',
  of: 'person',
  type: 'code',
  label: { en: 'Relationship to the head', pt: 'Relação com o chefe do agregado', fr: 'Lien avec le chef de ménage' },
  codes: relationships,
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].relationship'],
  from: (member) => member.relationship,
});
