import type { Request } from './api.ts';
import { ask } from './api.ts';
import type { Store } from './device-store.ts';
import { FirstWasDone, Refused, Unreachable } from './problem.ts';

type Send = <Answer>(path: string, request: Request) => Promise<Answer>;

/** A request that was sent and whose answer never came. */
interface Unanswered {
  key: string;
  path: string;
  /** As it was sent; of a file only what tells it from others. */
  body: string;
  /** The version that a change was made on; trying again on a later one would do it twice. */
  version?: number;
}

const mostAsking = 20;

/**
 * The one rule of idempotency keys: a key belongs to a route and a body. It is kept after silence, so that trying again does nothing
 * twice, also after a reload; an answer, yes or no, ends it; another body has another key. Before an edited form is sent, it is
 * found out what became of the first: `FirstWasDone` says that it was taken, and the edited one is not sent.
 */
export class Attempts {
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: Store,
    private readonly send: Send = ask,
    private readonly newKey: () => string = () => crypto.randomUUID(),
    private readonly pause: (ms: number) => Promise<void> = (ms) => new Promise((go) => setTimeout(go, ms)),
  ) {}

  /** Sends a form, named so that two tries of one intention are known as such (`complaint`, `apply <household> <programme>`). */
  async once<Answer>(form: string, path: string, request: Omit<Request, 'idempotencyKey'>): Promise<Answer> {
    const body = await textOf(request.body);
    const name = `attempt ${form}`;
    // A double click is one try.
    const running = this.#running.get(name + body) ?? this.#begin<Answer>({ name, path, body }, request);
    this.#running.set(name + body, running);
    return running.finally(() => this.#running.delete(name + body)) as Promise<Answer>;
  }

  /**
   * Whether exactly this was sent from the form and never answered, so that sending it again does nothing twice. If something else
   * was, finds out first what became of that; throws `FirstWasDone` when it was taken.
   */
  async waits(form: string, path: string, request: Omit<Request, 'idempotencyKey'>): Promise<boolean> {
    const name = `attempt ${form}`;
    const first = (await this.store.get(name)) as Unanswered | undefined;
    if (!first) return false;
    if (first.path === path && first.body === (await textOf(request.body))) return true;
    if (mayBeSettled(request)) await this.#settle(name, first);
    return false;
  }

  async #begin<Answer>(
    { name, path, body }: { name: string; path: string; body: string },
    request: Request,
  ): Promise<Answer> {
    const first = (await this.store.get(name)) as Unanswered | undefined;
    const isSame = first?.path === path && first.body === body;
    if (first && !isSame && mayBeSettled(request)) await this.#settle(name, first);
    const tried = isSame ? first : { key: this.newKey(), path, body, ...versionOf(request) };
    await this.store.put(name, tried);
    return this.#answered(name, path, { method: 'POST', ...request, ...versionOf(tried), idempotencyKey: tried.key });
  }

  /** Asks what became of the first, by sending it once more under its own key. Throws when it was taken, or nobody answers. */
  async #settle(name: string, { key, path, body }: Unanswered): Promise<void> {
    let answer: unknown;
    try {
      const parsed = body === '' ? undefined : (JSON.parse(body) as unknown);
      answer = await this.#answered(name, path, { method: 'POST', body: parsed, idempotencyKey: key });
    } catch (error) {
      if (error instanceof Refused) return;
      throw error;
    }
    throw new FirstWasDone(answer);
  }

  /** Sends until there is an answer other than "still running", and forgets the key with it; silence keeps the key. */
  async #answered<Answer>(name: string, path: string, request: Request): Promise<Answer> {
    for (let asked = 1; ; asked += 1) {
      try {
        const answer = await this.send<Answer>(path, request);
        await this.store.remove(name);
        return answer;
      } catch (error) {
        if (isStillRunning(error) && asked < mostAsking) {
          await this.pause(1_000);
          continue;
        }
        if (isSilence(error)) throw new Unreachable(path, true);
        await this.store.remove(name);
        throw error;
      }
    }
  }
}

/** Notes what is being sent of a form; what it answers is called when that has arrived. */
export type Sending = () => () => void;

/** Does something with an answer on its way: before the page changes, and with it the form that was sent. */
export const afterwards =
  (act: () => void) =>
  <Answer>(answer: Answer): Answer => {
    act();
    return answer;
  };

const isStillRunning = (error: unknown) =>
  error instanceof Refused && error.problem.code === 'idempotency.still_running';

/** Whether nothing is known about what happened: no answer, the gateway's word that none came, or a fault on the other side. */
const isSilence = (error: unknown) =>
  error instanceof Unreachable || (error instanceof Refused && error.problem.status >= 500) || isStillRunning(error);

/** A change of something that exists is guarded by its version, and a file is told from others by its form. */
const mayBeSettled = ({ version, body }: Request) => version === undefined && !(body instanceof Blob);

const versionOf = ({ version }: { version?: number }) => (version === undefined ? {} : { version });

async function textOf(body: unknown): Promise<string> {
  if (body === undefined) return '';
  return body instanceof Blob ? fingerprintOf(body) : JSON.stringify(body);
}

/** Tells one file from another, without keeping it. */
export async function fingerprintOf(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
