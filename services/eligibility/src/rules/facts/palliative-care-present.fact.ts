import { defineFact } from './define-fact.ts';
import { inPalliativeCare } from './in-palliative-care.fact.ts';
import { someoneIn } from './members.ts';

/** Whether a member is in palliative care. */
export const palliativeCarePresent = defineFact({
  code: 'palliative_care_present',
  of: 'household',
  type: 'bool',
  label: {
    en: 'Someone in palliative care lives here',
    pt: 'Vive aqui alguém em cuidados paliativos',
    fr: 'Une personne en soins palliatifs vit ici',
  },
  status: 'sourced',
  source: 'Household form',
  madeOf: ['in_palliative_care'],
  from: (household, asOf) => someoneIn(household, (member) => inPalliativeCare.from(member, asOf)),
});
