import { randomBytes } from 'node:crypto';

import { AccessChanged, type DataOf, Role } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit, type AuditEntry, Clock, Database, type Tx } from '@janela/platform';
import { ArrayContains, IsNull } from 'typeorm';

import { system } from '../system.ts';
import { EmailTaken, NoSuchPerson } from '../identity.errors.ts';
import { endSessions } from '../records/end-sessions.ts';
import { mustBeCompatible } from '../roles/must-be-compatible.ts';
import { hashPassword, isOutdatedHash, passwordMatches } from './password.ts';
import { PersonEntity } from './person.entity.ts';

/** A person as all services see them: what their tokens say. */
export type Person = Pick<PersonEntity, 'id' | 'email' | 'name' | 'roles' | 'areas'>;

export interface NewPerson {
  email: string;
  name: string;
  password: string;
  roles: readonly Role[];
  areas: readonly string[];
}

/** Whether a password fits; when it does not, whose it was meant to be, for the audit trail only. */
export type PasswordCheck =
  { readonly fits: true; readonly person: Person } | { readonly fits: false; readonly personId: string | undefined };

/** Staff: who they are, whether a password is theirs, what they may be. */
@Injectable()
export class PeopleService {
  /** What is compared with the password where there is no such person, so that both take equally long. */
  private readonly decoyHash = hashPassword(randomBytes(32).toString('base64'));

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The person with this id, unless their account is closed. */
  findActive(id: string): Promise<Person | undefined> {
    return this.database.read(system, async (tx) => {
      const person = await tx.findOneBy(PersonEntity, { id });
      return person && person.disabledAt === null ? person : undefined;
    });
  }

  /** The person with this e-mail address. Refuses with `NoSuchPerson`. */
  async getByEmail(typedEmail: string): Promise<Person> {
    const person = await this.database.read(system, (tx) => tx.findOneBy(PersonEntity, { email: emailOf(typedEmail) }));
    if (!person) throw new NoSuchPerson();
    return person;
  }

  /** The person with this e-mail address, unless there is none or their account is closed. */
  async findActiveByEmail(typedEmail: string): Promise<Person | undefined> {
    const email = emailOf(typedEmail);
    const person = await this.database.read(system, (tx) =>
      tx.findOneBy(PersonEntity, { email, disabledAt: IsNull() }),
    );
    return person ?? undefined;
  }

  hasAdministrator(): Promise<boolean> {
    const administrator = { roles: ArrayContains(['administrator']), disabledAt: IsNull() };
    return this.database.read(system, (tx) => tx.existsBy(PersonEntity, administrator));
  }

  /** Checks an e-mail address with a password. Takes as long, and looks the same, when there is no such person. */
  async checkPassword(typedEmail: string, password: string): Promise<PasswordCheck> {
    const email = emailOf(typedEmail);
    const person = await this.database.read(system, (tx) => tx.findOneBy(PersonEntity, { email }));
    const matches = await passwordMatches(person?.passwordHash ?? (await this.decoyHash), password);
    if (!person || !matches || person.disabledAt !== null) return { fits: false, personId: person?.id };
    if (isOutdatedHash(person.passwordHash)) {
      const passwordHash = await hashPassword(password);
      await this.database.write(system, (tx) => tx.update(PersonEntity, { id: person.id }, { passwordHash }));
    }
    return { fits: true, person };
  }

  /** Adds a person and gives their id. Throws `EmailTaken`. */
  async add(actor: Actor, person: NewPerson): Promise<string> {
    mustBeCompatible(person.roles);
    const row = await rowOf(person);
    return this.database.write(actor, async (tx) => {
      const id = await insertMissing(tx, row);
      if (id === undefined) throw new EmailTaken();
      await this.record(tx, actor, id, { action: 'person.added', details: { roles: row.roles, areas: row.areas } });
      await this.publish(tx, id);
      return id;
    });
  }

  /** Gives the person another password, and ends their sessions. */
  async setPassword(actor: Actor, id: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.change(actor, id, { action: 'person.password-changed' }, { passwordHash });
  }

  /** Sets what the person may be and where, and ends their sessions. Throws `RolesIncompatible`. */
  async setAccess(actor: Actor, id: string, roles: readonly Role[], areas: readonly string[]): Promise<void> {
    mustBeCompatible(roles);
    const access = { roles: [...roles], areas: [...areas] };
    await this.change(actor, id, { action: 'person.access-changed', details: access }, access);
  }

  /** Closes the account and ends its sessions: no sign-in and no new token from now on. */
  async disable(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, { action: 'person.disabled' }, { disabledAt: this.clock.now() });
  }

  /** Adds a demonstration person, or makes the one with this e-mail address be as given. Never touches a real person. */
  async settleDemonstration(person: NewPerson): Promise<void> {
    const check = await this.checkPassword(person.email, person.password);
    if (check.fits && hasAccess(check.person, person)) return;
    const row = { ...(await rowOf(person)), demonstration: true };
    await this.database.write(system, async (tx) => {
      const known = await tx.findOneBy(PersonEntity, { email: row.email });
      if (known && !known.demonstration) return;
      if (known) {
        await tx.update(PersonEntity, { id: known.id }, { ...row, disabledAt: null });
        await endSessions(tx, known.id);
      }
      const id = known?.id ?? (await insertMissing(tx, row));
      if (id !== undefined) await this.publish(tx, id);
    });
  }

  countDemonstration(): Promise<number> {
    return this.database.read(system, (tx) => tx.countBy(PersonEntity, { demonstration: true }));
  }

  private change(actor: Actor, id: string, done: Done, values: Partial<PersonEntity>): Promise<void> {
    return this.database.write(actor, async (tx) => {
      const { affected } = await tx.update(PersonEntity, { id }, { ...values, changedAt: this.clock.now() });
      if (affected !== 1) throw new NoSuchPerson();
      await endSessions(tx, id);
      await this.record(tx, actor, id, done);
      if (changesAccess(values)) await this.publish(tx, id);
    });
  }

  private async record(tx: Tx, actor: Actor, id: string, { action, details = {} }: Done): Promise<void> {
    await this.audit.add(tx, actor, { action, subject: `person:${id}`, details });
  }

  private async publish(tx: Tx, id: string): Promise<void> {
    const person = await tx.findOneByOrFail(PersonEntity, { id });
    await this.outbox.add(tx, AccessChanged, accessOf(person));
  }
}

function changesAccess(values: Partial<PersonEntity>): boolean {
  return 'roles' in values || 'areas' in values || 'disabledAt' in values;
}

/** What was done to a person, as the audit trail records it. */
type Done = Pick<AuditEntry, 'action' | 'details'>;

async function insertMissing(tx: Tx, row: Partial<PersonEntity>): Promise<string | undefined> {
  const { identifiers } = await tx.createQueryBuilder().insert().into(PersonEntity).values(row).orIgnore().execute();
  return (identifiers[0] as { id: string } | undefined)?.id;
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

function accessOf({ id, roles, areas, disabledAt }: PersonEntity): DataOf<typeof AccessChanged> {
  return { actorId: id, kind: 'person', roles: Role.array().parse(roles), areas, active: disabledAt === null };
}

function hasAccess(person: Person, { name, roles, areas }: NewPerson): boolean {
  return JSON.stringify([person.name, person.roles, person.areas]) === JSON.stringify([name, roles, areas]);
}
