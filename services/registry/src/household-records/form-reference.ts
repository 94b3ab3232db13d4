import { formSeries } from '@janela/contracts';
import { areaAtLevel, areaLevel, referenceKey } from '@janela/kernel';

/** Numbers on forms are given out in districts, the second level below the country; people move between its wards. */
const districtLevel = 2;

/** The number on a form, as far as it says which household that is. */
export interface FormReference {
  /** The series it belongs to. */
  source: string;
  /** The district in which it was given out. */
  area: string;
  key: string;
}

/** The district in which an area lies; an area that is larger stands for itself. */
export function districtOf(areaCode: string): string {
  return areaAtLevel(areaCode, Math.min(districtLevel, areaLevel(areaCode)));
}

/** Returns the number on a form as it is distinguished from the same one of another series or district. */
export function formReference(reference: string, areaCode: string, source = formSeries): FormReference {
  return { source, area: districtOf(areaCode), key: referenceKey(reference) };
}
