import { type Change, type SentChange, sendChange } from './change.ts';
import type { Store } from './device-store.ts';
import { here, type Place } from './here.ts';
import { LostAnswers } from './lost-answers.ts';
import { outcomes } from './outcomes.ts';
import { FirstWasDone, MovedOn, Refused, Unreachable } from './problem.ts';
import { hasMovedOn, isSilence, isStillRunning, saysNothingOfFirst, settled } from './silence.ts';

type Send = <Answer>(change: SentChange<Answer>) => Promise<Answer>;

/** A request that was sent and whose answer never came. */
export interface Unanswered {
  key: string;
  method?: Change<unknown>['method'];
  path: string;
  /** As it was sent; of a file only what distinguishes it from others. */
  body: string;
  /** The version that a change was made on; trying again on a later one would do it twice. */
  version?: number;
  /** The page that it was sent from. */
  page?: Place;
  /** It was asked what became of it, and it was done. */
  isDone?: boolean;
  /** Its address takes no key, and does nothing twice by itself. */
  guardsItself?: boolean;
}

const mostAsking = 20;

/**
 * The one rule of idempotency keys: a key belongs to a route and a body. It is kept after silence, so that trying again does nothing
 * twice, also after a reload; an answer, yes or no, ends it; another body has another key. Before an edited form is sent, the service
 * is asked what became of the first, which is never sent again: `FirstWasDone` says that it was taken, and the edited one is not
 * sent; else its key is given up, and a first that arrives late is refused.
 */
export class Attempts {
  private readonly running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: Store,
    private readonly send: Send = (change) => sendChange(change),
    private readonly newKey: () => string = () => crypto.randomUUID(),
    private readonly pause: (ms: number) => Promise<void> = (ms) => new Promise((go) => setTimeout(go, ms)),
    private readonly lost: Pick<LostAnswers, 'follow'> = new LostAnswers(store, send),
  ) {}

  /**
   * Sends a form, named so that two tries of one intention are known as such (`complaint`, `apply <household> <programme>`). A change on
   * a version whose answer is lost is asked for again by itself; `answered` is called with the answer, also where it comes later.
   */
  async once<Answer>(form: string, change: Change<Answer>, answered: () => void = nothing): Promise<Answer> {
    const name = `attempt ${form}`;
    outcomes.forget(name);
    try {
      const answer = await this.oneTry(name, change);
      answered();
      return answer;
    } catch (error) {
      if (error instanceof MovedOn) answered();
      if (error instanceof Unreachable && error.attempt !== undefined) void this.follow(name, change, answered);
      throw error;
    }
  }

  /** Sends what is kept again as it was when it was lost. */
  private async follow(name: string, change: Change<unknown>, answered: () => void): Promise<void> {
    const first = (await this.store.get(name)) as Unanswered | undefined;
    if (!first) return;
    const sent = { ...change, ...versionOf(first), path: first.path, idempotencyKey: first.key };
    await this.lost.follow(name, sent, answered);
  }

  private async oneTry<Answer>(name: string, change: Change<Answer>): Promise<Answer> {
    const body = await textOf(change.body);
    // A double click is one try.
    const running = this.running.get(name + body) ?? this.begin(name, body, change);
    this.running.set(name + body, running);
    return running.finally(() => this.running.delete(name + body)) as Promise<Answer>;
  }

  /**
   * Whether exactly this was sent from the form and never answered, so that sending it again does nothing twice. If something else
   * was, finds out first what became of that; throws `FirstWasDone` when it was taken.
   */
  async waits(form: string, change: Change<unknown>): Promise<boolean> {
    const name = `attempt ${form}`;
    const first = (await this.store.get(name)) as Unanswered | undefined;
    if (!first) return false;
    if (first.path === change.path && first.body === (await textOf(change.body))) return true;
    if (mayBeSettled(change)) await this.settle(name, first);
    return false;
  }

  /**
   * Finds out what became of a form that is thrown away, and gives up its key. Throws `FirstWasDone` when it was taken, and `Unreachable`
   * while that is not known: the form is to be kept then, for what was sent may still be done.
   */
  async giveUp(form: string): Promise<void> {
    const name = `attempt ${form}`;
    const first = (await this.store.get(name)) as Unanswered | undefined;
    if (!first || first.version !== undefined || isFile(first)) return;
    try {
      await this.settle(name, first);
    } catch (error) {
      // The form may be kept after all: sent again as it is, it finds what was done.
      if (error instanceof FirstWasDone) await this.store.put(name, { ...first, isDone: true });
      throw error;
    }
  }

  /** Forgets what was sent of a form and is known to be done, when the form is thrown away. */
  async forgetDone(form: string): Promise<void> {
    const name = `attempt ${form}`;
    const first = (await this.store.get(name)) as Unanswered | undefined;
    if (first?.isDone) await this.store.remove(name);
  }

  private async begin<Answer>(name: string, body: string, change: Change<Answer>): Promise<Answer> {
    const first = (await this.store.get(name)) as Unanswered | undefined;
    const isSame = first?.path === change.path && first.body === body;
    if (first && !isSame && mayBeSettled(change)) await this.settle(name, first);
    const page = here();
    const { method, path } = change;
    const made = { key: this.newKey(), method, path, body, ...versionOf(change), ...(page && { page }) };
    const tried = isSame ? first : made;
    await this.store.put(name, tried);
    return this.answered(name, { ...change, ...versionOf(tried), idempotencyKey: tried.key }, isSame);
  }

  /** Finds out what became of the first. Throws when it was taken, or when that is not known. */
  private async settle(name: string, { key, path, body }: Unanswered): Promise<void> {
    const parsed = body === '' ? undefined : (JSON.parse(body) as unknown);
    const question = { method: 'post' as const, path, body: parsed, idempotencyKey: key, isQuestion: true };
    let answer: unknown;
    try {
      answer = await this.answered(name, question, true);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.problem.code === 'idempotency.key_done') throw new FirstWasDone(undefined);
      // Only these two say for certain that nothing comes of it: it is given up, or the address takes no key and guards itself.
      if (settled.has(error.problem.code)) return;
      throw error;
    }
    throw new FirstWasDone(answer);
  }

  /**
   * Sends until there is an answer other than "still running", and forgets the key with it; silence keeps the key. What was sent
   * before may be answered for this try alone.
   */
  private async answered<Answer>(name: string, change: SentChange<Answer>, isAgain: boolean): Promise<Answer> {
    for (let asked = 1; ; asked += 1) {
      try {
        const answer = await this.send(change);
        await this.store.remove(name);
        return answer;
      } catch (error) {
        if (isStillRunning(error) && asked < mostAsking) {
          await this.pause(1_000);
          continue;
        }
        if (isSilence(error)) throw new Unreachable(change.path, true, isAskedAgain(change) ? name : undefined);
        if (isAgain && change.version !== undefined && hasMovedOn(error)) {
          await this.store.remove(name);
          throw new MovedOn();
        }
        if (!isAgain || !saysNothingOfFirst(error, change)) await this.store.remove(name);
        throw error;
      }
    }
  }
}

/** Notes what is being sent of a form; what it answers is called when that has arrived. */
export type Sending = () => () => void;

/** Of a file only what distinguishes it from others is kept, which is not what was sent. */
export const isFile = ({ body }: Pick<Unanswered, 'body'>) => /^[0-9a-f]{64}$/.test(body);

/** A change of something that exists is guarded by its version, and a file is distinguished from others by its form. */
const mayBeSettled = ({ version, body }: Change<unknown>) => version === undefined && !(body instanceof Blob);

/** Whether it can be sent again without a person: its version guards it, and it is kept whole. */
const isAskedAgain = (change: SentChange<unknown>) => change.version !== undefined && !(change.body instanceof Blob);

const nothing = () => undefined;

const versionOf = ({ version }: { version?: number }) => (version === undefined ? {} : { version });

async function textOf(body: unknown): Promise<string> {
  if (body === undefined) return '';
  return body instanceof Blob ? fingerprintOf(body) : JSON.stringify(body);
}

/** Returns what distinguishes one file from another, without keeping it. */
export async function fingerprintOf(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
