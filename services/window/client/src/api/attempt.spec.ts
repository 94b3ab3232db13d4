import { beforeEach, describe, expect, it } from '@jest/globals';

import { Attempts } from './attempt.ts';
import type { Request } from './api.ts';
import { MemoryStore, type Store } from './device-store.ts';
import { FirstWasDone, Refused, Unreachable } from './problem.ts';

/** A service that does what it is told once for each key, and whose answers can be lost on the way. */
class Service {
  readonly done: unknown[] = [];
  readonly keys: string[] = [];
  readonly #answers = new Map<string, unknown>();
  /** What happens next: an answer, a lost answer, a request that never arrives, or a refusal. */
  next: ('answer' | 'lost' | 'never arrives' | Refused)[] = [];

  readonly send = async <Answer>(_path: string, { body, idempotencyKey = '' }: Request): Promise<Answer> => {
    this.keys.push(idempotencyKey);
    const what = this.next.shift() ?? 'answer';
    if (what === 'never arrives') throw new Unreachable('');
    if (what instanceof Refused) throw what;
    if (!this.#answers.has(idempotencyKey)) {
      this.done.push(body);
      this.#answers.set(idempotencyKey, { number: this.done.length });
    }
    if (what === 'lost') throw new Unreachable('');
    return this.#answers.get(idempotencyKey) as Answer;
  };
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
  );
const register = (body: unknown) => attempts.once<{ number: number }>('register', '/households', { body });

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
    service.next = [refused(503, 'window.service_away')];
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

  it('that was edited after silence tells that the first was registered, and registers no second', async () => {
    service.next = ['lost'];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    const told = await register({ a: 2 }).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(FirstWasDone);
    expect([(told as FirstWasDone).answer, service.done]).toEqual([{ number: 1 }, [{ a: 1 }]]);
    // Whoever then sends what was edited means it.
    expect(await register({ a: 2 })).toEqual({ number: 2 });
  });

  it('that was edited after silence is sent when the first was refused', async () => {
    service.next = ['never arrives', refused(422, 'registry.head_missing')];
    await expect(register({ a: 1 })).rejects.toBeInstanceOf(Unreachable);
    await register({ a: 2 });
    expect([service.done, new Set(service.keys).size]).toEqual([[{ a: 2 }], 2]);
  });

  it('that was edited is not sent while nobody can say what became of the first', async () => {
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
    const apply = (programme: string) => attempts.once(`apply ${programme}`, '/applications', { body: { programme } });
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
    const send = async (_path: string, { version }: Request) => {
      versions.push(version);
      throw new Unreachable('');
    };
    const note = (version: number) =>
      new Attempts(store, send).once('case x', '/x/actions', { body: { action: 'note' }, version });
    await expect(note(3)).rejects.toBeInstanceOf(Unreachable);
    await expect(note(4)).rejects.toBeInstanceOf(Unreachable);
    expect(versions).toEqual([3, 3]);
  });

  it('leaves it to the version whether an edited decision may follow one without an answer', async () => {
    service.next = ['never arrives'];
    const decide = (outcome: string) => attempts.once('decide x', '/x/decision', { body: { outcome }, version: 3 });
    await expect(decide('approved')).rejects.toBeInstanceOf(Unreachable);
    await decide('refused');
    expect(service.done).toEqual([{ outcome: 'refused' }]);
  });
});
