import type { Identifier, NumberFormats } from '@janela/contracts';
import { normaliseIdentifier } from '@janela/platform';

import { type Delivery, exampleTelephone, readAccount } from './account.ts';
import { readOfficialNumber } from './official-number.ts';
import { readTelephone } from './telephone.ts';

/** How numbers are written in the country. */
export interface CountryNumbers {
  formats: NumberFormats;
  /** Official numbers by their type. */
  types: ReadonlyMap<string, { pattern: string; example: string }>;
}

/** Numbers of a person, as they were given. */
export interface WithNumbers {
  identifiers?: Identifier[] | undefined;
  phone?: string | null | undefined;
}

/** What is wrong with a number: where it stands in what was given, and what it should be like. */
export interface NumberProblem {
  path: (string | number)[];
  code: NumberProblemCode;
  message: string;
}
export type NumberProblemCode =
  | 'identifier_type_unknown'
  | 'identifier_malformed'
  | 'identifier_twice'
  | 'telephone_invalid'
  | 'account_invalid'
  | typeof providerUnknown;

export const providerUnknown = 'provider_unknown';

/** The same members with their numbers as the register keeps them. What cannot be read stays, and is a problem. */
export function readMembers<M extends WithNumbers>(
  members: readonly M[],
  numbers: CountryNumbers,
): { members: M[]; problems: NumberProblem[] } {
  const problems: NumberProblem[] = [];
  const seen = new Set<string>();
  const read = members.map((member, index): M => {
    const report = (path: (string | number)[], code: NumberProblemCode, message: string) =>
      problems.push({ path: [index, ...path], code, message });
    const phone = member.phone == null ? member.phone : readTelephone(member.phone, numbers.formats.telephone);
    if (member.phone != null && phone === undefined)
      report(['phone'], 'telephone_invalid', `is no telephone number, such as ${exampleTelephone(numbers.formats)}`);
    const identifiers = member.identifiers?.map((identifier, place) =>
      readIdentifier(identifier, {
        numbers,
        seen,
        report: (field, ...why) => report(['identifiers', place, field], ...why),
      }),
    );
    return { ...member, ...(phone != null && { phone }), ...(identifiers && { identifiers }) };
  });
  return { members: read, problems };
}

interface Reading {
  numbers: CountryNumbers;
  /** The numbers that other members of the same form have. */
  seen: Set<string>;
  report: (field: 'type' | 'value', code: NumberProblemCode, message: string) => void;
}

function readIdentifier({ type, value }: Identifier, { numbers, seen, report }: Reading): Identifier {
  const format = numbers.types.get(type);
  if (!format) {
    report('type', 'identifier_type_unknown', 'is no kind of number that the country has');
    return { type, value };
  }
  const read = readOfficialNumber(value, format.pattern);
  if (read === undefined)
    report('value', 'identifier_malformed', `is not how a number of this kind looks, such as ${format.example}`);
  const key = `${type} ${normaliseIdentifier(read ?? value)}`;
  if (read !== undefined && seen.has(key)) report('value', 'identifier_twice', 'is the number of another member');
  seen.add(key);
  return { type, value: read ?? value };
}

/** The same delivery with its account as the register keeps it. */
export function readDelivery<D extends Delivery>(
  delivery: D,
  { formats }: CountryNumbers,
): { delivery: D; problems: NumberProblem[] } {
  const { account, provider } = delivery;
  const isKnown = provider === undefined || formats.providers?.includes(provider) !== false;
  if (!isKnown) {
    const message = 'is no provider of the country';
    return { delivery, problems: [{ path: ['provider'], code: providerUnknown, message }] };
  }
  if (account === undefined) return { delivery, problems: [] };
  const read = readAccount({ ...delivery, account }, formats);
  if ('account' in read) return { delivery: { ...delivery, account: read.account }, problems: [] };
  const kind = delivery.channel === 'mobile_money' ? 'is no wallet of the country' : 'is no account';
  const message = `${kind}, such as ${read.example}`;
  return { delivery, problems: [{ path: ['account'], code: 'account_invalid', message }] };
}
