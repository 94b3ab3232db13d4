import type { Sentence } from '../language/words.ts';

/** A question of the country's questionnaire; it stands in the body of a registration at `path`. */
export interface Question {
  id: string;
  path: string;
  type:
    | 'text'
    | 'integer'
    | 'yes_no'
    | 'choice'
    | 'choices'
    | 'date'
    | 'area'
    | 'phone'
    | 'identifier'
    | 'identifier_type'
    | 'provider';
  label: Sentence;
  help?: Sentence;
  required: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
  /** The code list to choose from. */
  options?: string;
}

/** A step of the form. */
export interface Section {
  id: string;
  about: 'household' | 'person';
  title: Sentence;
  questions: Question[];
}

/** A code of a list, in words. */
export interface Code {
  code: string | number;
  label: Sentence;
}

export interface Questionnaire {
  version: number;
  sections: Section[];
  codeLists: Record<string, Code[]>;
}

/** What of the country's own file the screens need. */
export interface CountryFacts {
  timeZone: string;
  phone?: { example: string };
}
