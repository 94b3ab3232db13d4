import { age } from './age.fact.ts';
import { area } from './area.fact.ts';
import { assets } from './assets.fact.ts';
import { attendsSchool } from './attends-school.fact.ts';
import { bornOn } from './born-on.fact.ts';
import { childHeaded } from './child-headed.fact.ts';
import { children } from './children.fact.ts';
import { chronicIllnessPresent } from './chronic-illness-present.fact.ts';
import { chronicallyIll } from './chronically-ill.fact.ts';
import { completeDisabilityPresent } from './complete-disability-present.fact.ts';
import { completeDisability } from './complete-disability.fact.ts';
import { dairyInTwoWeeks } from './dairy-in-two-weeks.fact.ts';
import type { Fact } from './define-fact.ts';
import { dependencyRatio } from './dependency-ratio.fact.ts';
import { elderlyPresent } from './elderly-present.fact.ts';
import { femaleHeaded } from './female-headed.fact.ts';
import { fitForWork } from './fit-for-work.fact.ts';
import { fitMembers } from './fit-members.fact.ts';
import { householdSize } from './household-size.fact.ts';
import { inPalliativeCare } from './in-palliative-care.fact.ts';
import { insured } from './insured.fact.ts';
import { lighting } from './lighting.fact.ts';
import { palliativeCarePresent } from './palliative-care-present.fact.ts';
import { pregnant } from './pregnant.fact.ts';
import { relationship } from './relationship.fact.ts';
import { residentMonths } from './resident-months.fact.ts';
import { severeDisabilityPresent } from './severe-disability-present.fact.ts';
import { severeDisability } from './severe-disability.fact.ts';
import { sex } from './sex.fact.ts';
import { unfitMembers } from './unfit-members.fact.ts';
import { work } from './work.fact.ts';

/** Every fact that a rule may ask for: first those of a household, then those of a person. The order is the editor's. */
export const factCatalogue: readonly Fact[] = [
  area,
  residentMonths,
  householdSize,
  children,
  femaleHeaded,
  childHeaded,
  elderlyPresent,
  severeDisabilityPresent,
  completeDisabilityPresent,
  chronicIllnessPresent,
  palliativeCarePresent,
  fitMembers,
  unfitMembers,
  dependencyRatio,
  lighting,
  assets,
  dairyInTwoWeeks,

  age,
  bornOn,
  sex,
  relationship,
  severeDisability,
  completeDisability,
  chronicallyIll,
  inPalliativeCare,
  pregnant,
  fitForWork,
  attendsSchool,
  work,
  insured,
];
