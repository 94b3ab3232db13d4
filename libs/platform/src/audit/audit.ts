import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';

import type { Actor } from '../context/actor.ts';
import type { Tx } from '../context/tx.ts';
import { Cipher } from '../encryption/cipher.ts';
import { requestContext } from '../context/request-context.ts';
import { Personal, personal } from '../logs/personal.ts';

/** One thing that was done. */
export interface AuditEntry {
  /** `household.registered`: what happened, in the words of the permissions and events. */
  action: string;
  /** `household:0199…`: what it happened to. */
  subject: string;
  /** Codes, ids, before and after. Personal values only inside `personal(…)`: they are stored encrypted. */
  details?: Readonly<Record<string, unknown>>;
}

/** A record that an actor was shown. */
export interface Shown {
  readonly id: string;
  /** The household that it is about, where it is about one. */
  readonly householdId?: string | null;
}

/** What an actor has read: one record, or all that a list or a search has shown. */
export interface Reading {
  /** `enrolment`: of what kind the records are. */
  kind: string;
  /** One record, or those of the page that was shown. */
  shown: Shown | readonly Shown[];
  /** What was asked for: the filters of the list, in codes and ids. */
  asked?: Readonly<Record<string, unknown>>;
  /** `household:0199…`; otherwise the record itself, or `list:<kind>`. */
  subject?: string;
  /** `payment.read`; otherwise `<kind>.read` for one record and `<kind>.listed` for several. */
  action?: string;
  /** Encrypts all details: which records were shown may not be known to every reader of the trail. */
  isSensitive?: boolean;
}

/** An entry as it is read back; `details` still sealed, see `Audit.reveal`. */
export interface StoredAuditEntry {
  id: string;
  at: Date;
  actor: string;
  actorKind: Actor['kind'];
  action: string;
  subject: string;
  requestId: string | null;
  traceId: string | null;
  details: Record<string, unknown>;
}

const maxDetailsLength = 65_536;
const purpose = 'audit';

/** The trail of who did what: written in the transaction of the change, chained shortly after, never changed. */
@Injectable()
export class Audit {
  constructor(private readonly cipher: Cipher) {}

  /** Adds an entry in the open transaction: it is there if and only if the change is. */
  async add(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
    await this.addAll(tx, actor, [entry]);
  }

  /** Adds many entries with one statement. */
  async addAll(tx: Tx, actor: Actor, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const context = requestContext();
    await tx.query(
      `WITH added AS (
         INSERT INTO audit_entries (actor, actor_kind, request_id, trace_id, action, subject, details)
         SELECT $1, $2, $3, $4, * FROM unnest($5::text[], $6::text[], $7::jsonb[]) RETURNING id)
       INSERT INTO audit_unsealed SELECT id FROM added`,
      [
        actor.id,
        actor.kind,
        context?.requestId ?? null,
        context?.traceId ?? null,
        entries.map(({ action }) => action),
        entries.map(({ subject }) => subject),
        entries.map((entry) => this.detailsOf(entry)),
      ],
    );
  }

  /** Adds one entry about what the actor has read, in the transaction that reads it. */
  noteShown(tx: Tx, actor: Actor, { kind, shown, asked, isSensitive = false, ...given }: Reading): Promise<void> {
    const one = 'id' in shown ? shown : undefined;
    const all = 'id' in shown ? [shown] : shown;
    const householdIds = [...new Set(all.flatMap(({ householdId }) => householdId ?? []))];
    const details = {
      ...(asked && { asked }),
      ...(!one && { ids: all.map(({ id }) => id) }),
      ...(householdIds.length > 0 && { householdIds }),
    };
    return this.add(tx, actor, {
      action: given.action ?? `${kind}.${one ? 'read' : 'listed'}`,
      subject: given.subject ?? (one ? `${kind}:${one.id}` : `list:${kind}`),
      details: isSensitive ? { sealed: personal(details) } : details,
    });
  }

  /** Returns the latest entries about a subject, newest first; `before` is the id of the last one seen. */
  async about(tx: Tx, subject: string, limit: number, before?: string): Promise<StoredAuditEntry[]> {
    return tx.query<StoredAuditEntry[]>(
      `SELECT id, at, actor, actor_kind AS "actorKind", action, subject, request_id AS "requestId", trace_id AS "traceId", details
       FROM audit_entries WHERE subject = $1 AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [subject, before ?? null, limit],
    );
  }

  /** Returns details with their personal values decrypted, for a caller who may read them. */
  reveal(details: unknown): unknown {
    if (Array.isArray(details)) return details.map((item) => this.reveal(item));
    if (typeof details !== 'object' || details === null) return details;
    if ('sealed' in details && typeof details.sealed === 'string')
      return JSON.parse(this.cipher.open(purpose, details.sealed));
    return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, this.reveal(value)]));
  }

  private detailsOf({ action, subject, details = {} }: AuditEntry): string {
    invariant(/^[a-z][\w.-]*$/.test(action), `"${action}" is not an action`);
    invariant(/^[a-z][a-z-]*:.+$/.test(subject), `"${subject}" is not <kind>:<id>`);
    const text = JSON.stringify(this.seal(details));
    invariant(text.length <= maxDetailsLength, `the details of ${action} are too long`);
    return text;
  }

  private seal(value: unknown): unknown {
    if (value instanceof Personal) return { sealed: this.cipher.seal(purpose, JSON.stringify(value.reveal() ?? null)) };
    if (typeof value === 'bigint') return value.toString();
    if (Array.isArray(value)) return value.map((item) => this.seal(item));
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.seal(item)]));
  }
}
