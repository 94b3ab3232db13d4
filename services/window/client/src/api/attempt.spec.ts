import { beforeEach, describe, expect, it } from '@jest/globals';

import { Attempts } from './attempt.ts';
import type { SentChange } from './change.ts';
import { MemoryStore, type Store } from './device-store.ts';
import { LostAnswers } from './lost-answers.ts';
import { Outcomes } from './outcomes.ts';
import { FirstWasDone, MovedOn, Refused, SignedOut, Unreachable } from './problem.ts';

/** A service that does a thing once for each key, and whose answers can be lost on the way. */
class Service {
  readonly done: unknown[] = [];
  readonly keys: string[] = [];
  private readonly answers = new Map<string, unknown>();
  /** What happens next: an answer, a lost answer, a request that never arrives, or a refusal. */
  next: ('answer' | 'lost' | 'never arrives' | Error)[] = [];
  private readonly void = new Set<string>();
  /** What is still on its way, and arrives when it is let go. */
  private readonly late: (() => void)[] = [];

  readonly send = async <Answer>({ body, idempotencyKey, isQuestion = false }: SentChange<Answer>): Promise<Answer> => {
    this.keys.push(idempotencyKey);
    const what = this.next.shift() ?? 'answer';
    if (what === 'never arrives') {
      this.late.push(() => void this.take(body, idempotencyKey));
      throw new Unreachable('');
    }
    if (what instanceof Error) throw what;
    if (isQuestion && !this.answers.has(idempotencyKey)) this.void.add(idempotencyKey);
    this.take(body, idempotencyKey);
    if (what === 'lost') throw new Unreachable('');
    return this.answers.get(idempotencyKey) as Answer;
  };

  /** Everything that was on its way arrives after all. */
  arriveLate(): void {
    for (const arrive of this.late)
      try {
        arrive();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
  }

  private take(body: unknown, idempotencyKey: string): void {
    if (this.void.has(idempotencyKey)) throw refused(409, 'idempotency.key_void');
    if (!this.answers.has(idempotencyKey)) {
      this.done.push(body);
      this.answers.set(idempotencyKey, { number: this.done.length });
    }
  }
}

const refused = (status: number, code: string) => new Refused({ type: '', title: '', status, code, instance: '' });

let service: Service;
let store: Store;
let attempts: Attempts;
let made = 0;
const another = () =>
  new Attempts(
    store,
    service.send,
    () => `key-${(made += 1)}`,
    async () => undefined,
    { follow: async () => undefined },
  );
const register = (body: unknown) =>
  attempts.once<{ number: number }>('register', { method: 'post', path: '/households', body });

beforeEach(() => {
  service = new Service();
  store = new MemoryStore();
  made = 0;
  attempts = another();
});

describe('sending a form', () => {
  it('whose answer was lost registers nothing twice, however often it is sent again', async () => {
    service.next = ['lost', 'never arrives', 'lost'];
    for (let tries = 0; tries < 3; tries += 1) await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    expect(await register({ a: 1 })).toEqual({ number: 1 });
    expect([service.done, new Set(service.keys).size]).toEqual([[{ a: 1 }], 1]);
  });

  it('keeps the key over a reload of the page', async () => {
    service.next = ['lost'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    attempts = another();
    expect(await register({ a: 1 })).toEqual({ number: 1 });
    expect(service.done).toHaveLength(1);
  });

  it('says that it may have been done when no answer came', async () => {
    service.next = ['lost'];
    await expect(register({ a: 1 })).rejects.toMatchObject({ mayBeDone: true });
    service.next = [refused(503, 'window.service_unavailable')];
    await expect(register({ a: 1 })).rejects.toMatchObject({ mayBeDone: true });
  });

  it('is another intention after an answer, even with the same words', async () => {
    expect([await register({ a: 1 }), await register({ a: 1 })]).toEqual([{ number: 1 }, { number: 2 }]);
    expect(new Set(service.keys).size).toBe(2);
  });

  it('has a new key after a refusal, whether it was edited or not', async () => {
    service.next = [refused(422, 'registry.head_missing'), refused(400, 'request.invalid')];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Refused);
    await expect(register({ a: 2 })).rejects.toBeInstanceOf(Refused);
    await register({ a: 2 });
    expect(new Set(service.keys).size).toBe(3);
  });

  it('that was edited after silence says that the first was registered, and registers no second', async () => {
    service.next = ['lost'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    const failed = await register({ a: 2 }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(FirstWasDone);
    expect([(failed as FirstWasDone).answer, service.done]).toEqual([{ number: 1 }, [{ a: 1 }]]);
    // A caseworker who then sends what was edited means it.
    expect(await register({ a: 2 })).toEqual({ number: 2 });
  });

  it('that was corrected after it never arrived is sent as corrected, and the first is not done, not even when it arrives late', async () => {
    service.next = ['never arrives'];
    await expect(register({ name: 'wrong' })).rejects.toBeInstanceOf(Unreachable);
    await register({ name: 'right' });
    service.arriveLate();
    expect(service.done).toEqual([{ name: 'right' }]);
  });

  it('that was discarded is never done, and leaves nothing behind for the next', async () => {
    service.next = ['never arrives'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await attempts.giveUp('register');
    service.arriveLate();
    expect([service.done, await store.names('attempt')]).toEqual([[], []]);
  });

  it('is not discarded without a word when it was done, nor while it is not known', async () => {
    service.next = ['lost', 'never arrives'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await expect(attempts.giveUp('register')).rejects.toBeInstanceOf(Unreachable);
    await expect(attempts.giveUp('register')).rejects.toBeInstanceOf(FirstWasDone);
  });

  it('that was done, and is kept when its person reads that, does nothing twice when it is sent after all', async () => {
    service.next = ['lost'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await expect(attempts.giveUp('register')).rejects.toBeInstanceOf(FirstWasDone);
    expect(await register({ a: 1 })).toEqual({ number: 1 });
    expect(service.done).toHaveLength(1);
  });

  it('that was done, and is thrown away all the same, leaves nothing behind for the next', async () => {
    service.next = ['lost'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await expect(attempts.giveUp('register')).rejects.toBeInstanceOf(FirstWasDone);
    await attempts.forgetDone('register');
    expect(await register({ a: 2 })).toEqual({ number: 2 });
  });

  it.each([
    new SignedOut(),
    refused(403, 'access.not_allowed'),
    refused(429, 'request.too_many'),
    refused(503, 'service.busy'),
  ])('whose answer was lost keeps its key while it is not looked up (%s)', async (before) => {
    service.next = ['lost', before];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Error);
    expect(await register({ a: 1 })).toEqual({ number: 1 });
    expect(service.done).toHaveLength(1);
  });

  it('that always fails can be changed and sent, and can be left', async () => {
    const broken = refused(500, 'service.internal_error');
    service.next = [broken, broken];
    for (let tries = 0; tries < 2; tries += 1) await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    expect(await register({ a: 2 })).toEqual({ number: 1 });
    service.next = [broken];
    await expect(register({ a: 3 })).rejects.toBeInstanceOf(Unreachable);
    await attempts.giveUp('register');
    expect(await store.names('attempt')).toEqual([]);
  });

  it('that was changed is not sent while the question is refused, and its key stays', async () => {
    service.next = ['lost', refused(403, 'access.not_allowed')];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await expect(register({ a: 2 })).rejects.toBeInstanceOf(Refused);
    await expect(register({ a: 2 })).rejects.toBeInstanceOf(FirstWasDone);
    expect(service.done).toEqual([{ a: 1 }]);
  });

  it('that was edited is not sent while it is not known what became of the first', async () => {
    service.next = ['lost', 'lost'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await expect(register({ a: 2 })).rejects.toBeInstanceOf(Unreachable);
    expect(service.done).toEqual([{ a: 1 }]);
  });

  it('asks again while the first is still being worked on', async () => {
    const running = refused(409, 'idempotency.still_running');
    service.next = ['lost', running, running];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    expect(await register({ a: 1 })).toEqual({ number: 1 });
    expect([service.keys.length, new Set(service.keys).size]).toEqual([4, 1]);
  });

  it('does not take another form for an edit of this one', async () => {
    service.next = ['lost'];
    const apply = (programme: string) =>
      attempts.once(`apply ${programme}`, { method: 'post', path: '/applications', body: { programme } });
    await expect(apply('SCT')).rejects.toBeInstanceOf(Unreachable);
    expect(await apply('SP65')).toEqual({ number: 2 });
    expect(await apply('SCT')).toEqual({ number: 1 });
  });

  it('is one try when it is clicked twice', async () => {
    expect(await Promise.all([register({ a: 1 }), register({ a: 1 })])).toEqual([{ number: 1 }, { number: 1 }]);
    expect(service.keys).toHaveLength(1);
  });

  it('tries a change again on the version that it was first made on, though a later one is on the screen', async () => {
    const versions: unknown[] = [];
    const send = async ({ version }: SentChange<unknown>) => {
      versions.push(version);
      throw new Unreachable('');
    };
    const note = (version: number) =>
      new Attempts(store, send, undefined, undefined, { follow: async () => undefined }).once('case x', {
        method: 'post',
        path: '/x/actions',
        body: { action: 'note' },
        version,
      });
    await expect(note(3)).rejects.toBeInstanceOf(Unreachable);
    await expect(note(4)).rejects.toBeInstanceOf(Unreachable);
    expect(versions).toEqual([3, 3]);
  });

  it('leaves it to the version whether an edited decision may follow one without an answer', async () => {
    service.next = ['never arrives'];
    const decide = (outcome: string) =>
      attempts.once('decide x', { method: 'post', path: '/x/decision', body: { outcome }, version: 3 });
    await expect(decide('approved')).rejects.toBeInstanceOf(Unreachable);
    await decide('refused');
    expect(service.done).toEqual([{ outcome: 'refused' }]);
  });
});

describe('a change on a version whose answer was lost', () => {
  const decision = (version = 3) => ({
    method: 'post' as const,
    path: '/x/decision',
    body: { outcome: 'yes' },
    version,
  });
  let outcomes: Outcomes;
  let followed: Promise<void>;
  /** Sends it, and waits until it is known what became of it. */
  const decide = async (answered: () => void = () => undefined) => {
    outcomes = new Outcomes();
    const lost = new LostAnswers(store, service.send, async () => undefined, outcomes);
    const follow: LostAnswers['follow'] = (...about) => (followed = lost.follow(...about));
    const trying = new Attempts(store, service.send, () => 'key', undefined, { follow });
    const failed = await trying.once('decide x', decision(), answered).catch((error: unknown) => error);
    // It is followed once what is kept has been read.
    await new Promise((go) => setTimeout(go));
    await followed;
    return failed;
  };

  it('is asked for again by itself, without its button, and done once', async () => {
    service.next = ['lost', 'never arrives', 'lost'];
    let forgotten = 0;
    expect(await decide(() => (forgotten += 1))).toMatchObject({ mayBeDone: true, attempt: 'attempt decide x' });
    expect([outcomes.find('attempt decide x'), service.done.length, forgotten]).toEqual(['done', 1, 1]);
    expect(await store.names('attempt')).toEqual([]);
  });

  it('is over when the thing has moved on, and leaves nothing that was not answered', async () => {
    service.next = ['lost', refused(412, 'request.version_stale')];
    await decide();
    expect([outcomes.find('attempt decide x'), await store.names('attempt')]).toEqual(['moved on', []]);
  });

  it('says why it was refused, if it never arrived and is refused now', async () => {
    service.next = ['never arrives', refused(409, 'payments.cycle_not_settled')];
    await decide();
    expect(outcomes.find('attempt decide x')).toMatchObject({ problem: { code: 'payments.cycle_not_settled' } });
  });

  it('is asked for again until the login is valid and the service answers', async () => {
    service.next = ['lost', new SignedOut(), refused(503, 'service.busy'), refused(429, 'request.too_many')];
    await decide();
    expect([outcomes.find('attempt decide x'), service.done.length]).toEqual(['done', 1]);
  });

  it('says that the page shows what became of it when it is pressed again after the thing has moved on', async () => {
    service.next = ['lost', refused(412, 'request.version_stale')];
    const press = (version: number) => attempts.once('decide x', decision(version));
    await expect(press(3)).rejects.toBeInstanceOf(Unreachable);
    await expect(press(4)).rejects.toBeInstanceOf(MovedOn);
    expect(await store.names('attempt')).toEqual([]);
  });
});
