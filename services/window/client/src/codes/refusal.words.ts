import { words, type Sentence } from '../language/words.ts';
import { commonRefusals } from './refusals/common.words.ts';
import { eligibilityRefusals } from './refusals/eligibility.words.ts';
import { grievancesRefusals } from './refusals/grievances.words.ts';
import { importsRefusals } from './refusals/imports.words.ts';
import { moneyRefusals } from './refusals/money.words.ts';
import { paymentsRefusals } from './refusals/payments.words.ts';
import { registryRefusals } from './refusals/registry.words.ts';
import { notHere } from './refusals/shared.words.ts';

/** Every refusal that can be met at a screen, as a sentence that says what to do. */
export const refusalWords: Readonly<Record<string, Sentence>> = {
  ...commonRefusals,
  ...registryRefusals,
  ...importsRefusals,
  ...eligibilityRefusals,
  ...paymentsRefusals,
  ...moneyRefusals,
  ...grievancesRefusals,
};

/** What is said of a refusal that has no words of its own yet, by what its status means. */
export const otherRefusal: Record<'notFound' | 'conflict' | 'wrong', Sentence> = {
  notFound: notHere,
  conflict: words(
    'This cannot be done as things are now. Load the page again and look.',
    'Isto não se pode fazer na situação actual. Carregue a página de novo e veja.',
    'Cela ne se peut pas dans la situation actuelle. Rechargez la page et regardez.',
  ),
  wrong: words(
    'What was sent cannot be taken as it is.',
    'O que foi enviado não pode ser aceite assim.',
    'Ce qui a été envoyé ne peut être pris tel quel.',
  ),
};
