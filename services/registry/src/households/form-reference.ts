import { areaAtLevel, areaLevel } from '@janela/kernel';

/** Numbers on forms are given out in districts, the second level below the country; people move between its wards. */
const districtLevel = 2;

/** The series to which the numbers on paper forms belong, whoever types them in: the window, or a file that names no other. */
export const formSeries = 'window';

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

/** A number as it is compared: in small letters, without spaces and accents. */
export function referenceKey(reference: string): string {
  const plain = reference
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\s\p{M}\p{Cf}]/gu, '');
  return plain === '' ? reference : plain;
}

/** The number on a form as it is told apart from the same one of another series or district. */
export function formReference(reference: string, areaCode: string, source = formSeries): FormReference {
  return { source, area: districtOf(areaCode), key: referenceKey(reference) };
}
