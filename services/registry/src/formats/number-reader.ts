import { Injectable } from '@nestjs/common';
import type { DesignatePayee, RegisterHousehold } from '@janela/contracts';
import { Database, InvalidRequest, TtlCache } from '@janela/platform';

import { ProviderUnknown } from '../registry.errors.ts';
import { system } from '../system.ts';
import { getNumberFormats } from './get-number-formats.ts';
import { IdentifierTypeEntity } from './identifier-type.entity.ts';
import {
  type CountryNumbers,
  type NumberProblem,
  providerUnknown,
  readDelivery,
  readMembers,
  type WithNumbers,
} from './read-form.ts';

/** How long what the country has published is not read again; another instance may have published something newer. */
const ttlMs = 30_000;

/** A registration with its numbers as the register keeps them, and what is wrong with them. */
export interface ReadRegistration {
  form: RegisterHousehold;
  problems: NumberProblem[];
}

/** Reads the numbers that people give: the same at registration, in a file, for a payee, and in a search. */
@Injectable()
export class NumberReader {
  private readonly cache = new TtlCache<'country', CountryNumbers>({ ttlMs });

  constructor(private readonly database: Database) {}

  /** A registration with its numbers as they are kept. Refuses numbers that are not as the country writes them. */
  async registration(given: RegisterHousehold): Promise<RegisterHousehold> {
    const { form, problems } = readRegistration(given, await this.country());
    refuse(problems);
    return form;
  }

  /** Members with their numbers as they are kept; `at` is where a member stands in the request. */
  async members<M extends WithNumbers>(given: readonly M[], at: (index: number) => string): Promise<M[]> {
    if (given.every(({ identifiers = [], phone }) => identifiers.length === 0 && phone == null)) return [...given];
    const { members, problems } = readMembers(given, await this.country());
    refuse(problems, ([index, ...path]) => [at(Number(index)), ...path].join('/'));
    return members;
  }

  /** A designation with its account as it is kept. */
  async payee(given: DesignatePayee): Promise<DesignatePayee> {
    const { delivery, problems } = readDelivery(given, await this.country());
    refuse(problems);
    return delivery;
  }

  /** Forgets how numbers are written: something was published. */
  clear(): void {
    this.cache.clear();
  }

  /** Returns how numbers are written in the country. */
  async country(): Promise<CountryNumbers> {
    const cached = this.cache.get('country');
    if (cached) return cached;
    const numbers = await this.database.read(system, async (tx) => {
      const types = await tx.find(IdentifierTypeEntity);
      return {
        formats: await getNumberFormats(tx),
        types: new Map(types.map(({ type, pattern, example }) => [type, { pattern, example }])),
      };
    });
    // Before a country is loaded there is nothing to keep.
    if (numbers.types.size > 0) this.cache.set('country', numbers);
    return numbers;
  }
}

/** Reads the numbers of a registration, and answers what is wrong with them. */
export function readRegistration(given: RegisterHousehold, numbers: CountryNumbers): ReadRegistration {
  const { members, problems } = readMembers(given.members, numbers);
  const ofMembers = problems.map(({ path, ...problem }) => ({ path: ['members', ...path], ...problem }));
  if (!given.payee) return { form: { ...given, members }, problems: ofMembers };
  const { delivery: payee, problems: own } = readDelivery(given.payee, numbers);
  const ofPayee = own.map(({ path, ...problem }) => ({ path: ['payee', ...path], ...problem }));
  return { form: { ...given, members, payee }, problems: [...ofMembers, ...ofPayee] };
}

function refuse(
  problems: readonly NumberProblem[],
  pointerOf = (path: NumberProblem['path']) => ['', ...path].join('/'),
): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ path, code, message }) => ({
    in: 'body' as const,
    pointer: pointerOf(path),
    code,
    message,
  }));
  if (problems.some(({ code }) => code === providerUnknown)) throw new ProviderUnknown(undefined, { errors });
  throw new InvalidRequest('A number is not right', { errors });
}
