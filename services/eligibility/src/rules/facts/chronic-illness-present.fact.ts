import { anyOf } from '../values/truth.ts';
import { chronicallyIll } from './chronically-ill.fact.ts';
import { defineFact } from './define-fact.ts';
import { inPalliativeCare } from './in-palliative-care.fact.ts';
import { someoneIn } from './members.ts';

/** Whether a member is chronically ill or in palliative care. */
export const chronicIllnessPresent = defineFact({
  code: 'chronic_illness_present',
  of: 'household',
  type: 'bool',
  label: {
    en: 'Someone chronically ill or in palliative care lives here',
    pt: 'Vive aqui alguém com doença crónica ou em cuidados paliativos',
    fr: 'Une personne malade chronique ou en soins palliatifs vit ici',
  },
  status: 'sourced',
  source: 'Category "chronically ill, palliative" of the Social Cash Transfer (Minister, 29 June 2022)',
  madeOf: ['chronically_ill', 'in_palliative_care'],
  from: (household, asOf) =>
    someoneIn(household, (member) => anyOf([chronicallyIll.from(member, asOf), inPalliativeCare.from(member, asOf)])),
});
