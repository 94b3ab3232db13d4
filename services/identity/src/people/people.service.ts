import { randomBytes } from 'node:crypto';

import type { Role } from '@janela/contracts';
import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '@janela/platform';

import { EmailTaken, NoSuchPerson } from '../identity.errors.ts';
import { hashPassword, isOutdatedHash, passwordMatches } from './password.ts';
import { PersonEntity } from './person.entity.ts';

/** Who somebody is for the rest of the house: what their tokens say. */
export type Person = Pick<PersonEntity, 'id' | 'email' | 'name' | 'roles' | 'areas'>;

export interface NewPerson {
  email: string;
  name: string;
  password: string;
  roles: readonly Role[];
  areas: readonly string[];
}

const self = systemActor('identity');

/** Staff: who they are, whether a password is theirs, what they may be. */
@Injectable()
export class PeopleService {
  /** What the password of somebody who does not exist is compared with, so that both take equally long. */
  readonly #decoyHash = hashPassword(randomBytes(32).toString('base64'));

  constructor(private readonly database: Database) {}

  /** The person with this id, unless their account is closed. */
  findActive(id: string): Promise<Person | undefined> {
    return this.database.read(self, async (tx) => {
      const person = await tx.findOneBy(PersonEntity, { id });
      return person && person.disabledAt === null ? person : undefined;
    });
  }

  /** The person whose e-mail address and password these are. Takes as long when there is none. */
  async findByPassword(typedEmail: string, password: string): Promise<Person | undefined> {
    const email = emailOf(typedEmail);
    const person = await this.database.read(self, (tx) => tx.findOneBy(PersonEntity, { email }));
    const matches = await passwordMatches(person?.passwordHash ?? (await this.#decoyHash), password);
    if (!person || !matches || person.disabledAt !== null) return undefined;
    if (isOutdatedHash(person.passwordHash)) await this.setPassword(person.id, password);
    return person;
  }

  /** Adds a person. Refuses when somebody has this e-mail address already. */
  async add(person: NewPerson): Promise<string> {
    const row = await rowOf(person);
    const id = await this.database.write(self, async (tx) => {
      const { identifiers } = await tx
        .createQueryBuilder()
        .insert()
        .into(PersonEntity)
        .values(row)
        .orIgnore()
        .execute();
      return (identifiers[0] as { id: string } | undefined)?.id;
    });
    if (id === undefined) throw new EmailTaken();
    return id;
  }

  /** Adds a demonstration person, or makes the one with this e-mail address be as given. Never touches anybody real. */
  async settleDemonstration(person: NewPerson): Promise<void> {
    const known = await this.findByPassword(person.email, person.password);
    if (known && hasAccess(known, person)) return;
    const row = { ...(await rowOf(person)), demonstration: true };
    await this.database.write(self, async (tx) => {
      const { affected } = await tx.update(
        PersonEntity,
        { email: row.email, demonstration: true },
        { ...row, disabledAt: null },
      );
      if (affected === 0) await tx.createQueryBuilder().insert().into(PersonEntity).values(row).orIgnore().execute();
    });
  }

  async setPassword(id: string, password: string): Promise<void> {
    await this.#change(id, { passwordHash: await hashPassword(password) });
  }

  /** What the person may be and where, from their next token on. */
  async setAccess(id: string, roles: readonly Role[], areas: readonly string[]): Promise<void> {
    await this.#change(id, { roles: [...roles], areas: [...areas] });
  }

  /** Closes the account: no sign-in and no new token from now on. */
  async disable(id: string): Promise<void> {
    await this.#change(id, { disabledAt: new Date() });
  }

  countDemonstration(): Promise<number> {
    return this.database.read(self, (tx) => tx.countBy(PersonEntity, { demonstration: true }));
  }

  async #change(id: string, values: Partial<PersonEntity>): Promise<void> {
    const { affected } = await this.database.write(self, (tx) =>
      tx.update(PersonEntity, { id }, { ...values, changedAt: new Date() }),
    );
    if (affected !== 1) throw new NoSuchPerson();
  }
}

/** An e-mail address as it is kept and compared. */
export function emailOf(typed: string): string {
  return typed.trim().toLowerCase();
}

async function rowOf({ email, name, password, roles, areas }: NewPerson) {
  return {
    email: emailOf(email),
    name,
    passwordHash: await hashPassword(password),
    roles: [...roles],
    areas: [...areas],
  };
}

function hasAccess(person: Person, { name, roles, areas }: NewPerson): boolean {
  return JSON.stringify([person.name, person.roles, person.areas]) === JSON.stringify([name, roles, areas]);
}
