import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PossibleDuplicate, PossibleDuplicates } from '@janela/contracts';

import { Attempts } from '../api/attempt.ts';
import type { SentChange } from '../api/change.ts';
import { MemoryStore, type Store } from '../api/device-store.ts';
import { FirstWasDone, Refused, Unreachable } from '../api/problem.ts';
import { registerOnce } from './register-once.ts';

type Body = Record<string, unknown>;

/** A register that finds whomever it has saved, saves once for each key, and whose answers can be lost on the way. */
class Register {
  readonly saved: Body[] = [];
  private readonly answers = new Map<string, unknown>();
  next: ('answer' | 'lost' | 'never arrives')[] = [];
  looks = 0;

  readonly send = async <Answer>({ body, idempotencyKey, isQuestion }: SentChange<Answer>): Promise<Answer> => {
    const what = this.next.shift() ?? 'answer';
    if (what === 'never arrives') throw new Unreachable('');
    if (isQuestion && !this.answers.has(idempotencyKey)) {
      throw new Refused({ type: '', title: '', status: 409, code: 'idempotency.key_void', instance: '' });
    }
    if (!this.answers.has(idempotencyKey)) this.answers.set(idempotencyKey, { number: this.saved.push(body as Body) });
    if (what === 'lost') throw new Unreachable('');
    return this.answers.get(idempotencyKey) as Answer;
  };

  /** The identity numbers that are known in districts out of the clerk's reach. */
  elsewhere: unknown[] = [];

  look = async ({ name, nrc }: Body): Promise<PossibleDuplicates> => {
    this.looks += 1;
    const possibleDuplicates = this.saved.flatMap((each, at) =>
      each['name'] === name ? [{ number: `${at + 1}` } as PossibleDuplicate] : [],
    );
    return { possibleDuplicates, registeredElsewhere: this.elsewhere.filter((each) => each === nrc).length };
  };
}

let register: Register;
let store: Store;
const press = (body: Body, areOthers = false, form = 'register 1') =>
  registerOnce(
    new Attempts(store, register.send, undefined, async () => undefined),
    { form, body, areOthers },
    register.look,
  );
const quist = { name: 'Quist' };

beforeEach(() => {
  register = new Register();
  store = new MemoryStore();
});

describe('pressing Register again after the answer was lost', () => {
  it('opens the household that was saved the first time, and does not take it for a duplicate of itself', async () => {
    register.next = ['lost', 'never arrives'];
    await expect(press(quist)).rejects.toBeInstanceOf(Unreachable);
    await expect(press(quist)).rejects.toBeInstanceOf(Unreachable);
    expect(await press(quist)).toEqual({ registered: { number: 1 } });
    expect([register.saved, register.looks]).toEqual([[quist], 1]);
  });

  it('leaves nothing behind for the next family', async () => {
    register.next = ['lost'];
    await expect(press(quist)).rejects.toBeInstanceOf(Unreachable);
    await press(quist);
    expect(await press({ name: 'Mwale' })).toEqual({ registered: { number: 2 } });
    expect(await press(quist)).toEqual({ found: [{ number: '1' }], elsewhere: 0 });
  });

  it('keeps that one was known to be another person', async () => {
    await press(quist);
    register.next = ['lost'];
    await expect(press(quist, true)).rejects.toBeInstanceOf(Unreachable);
    expect(await press(quist)).toEqual({ registered: { number: 2 } });
    expect(register.saved).toHaveLength(2);
  });

  it('with another answer says that the first was registered, before it looks for others', async () => {
    register.next = ['lost'];
    await expect(press(quist)).rejects.toBeInstanceOf(Unreachable);
    await expect(press({ ...quist, phone: '0971234567' })).rejects.toBeInstanceOf(FirstWasDone);
    expect([register.saved, register.looks]).toEqual([[quist], 1]);
  });
});

describe('pressing Register after nothing arrived', () => {
  it('in two tabs with two families registers each of them once', async () => {
    register.next = ['never arrives'];
    await expect(press({ name: 'Banda' }, false, 'register 1')).rejects.toBeInstanceOf(Unreachable);
    await press({ name: 'Phiri' }, false, 'register 2');
    await press({ name: 'Banda' }, false, 'register 1');
    expect(register.saved).toEqual([{ name: 'Phiri' }, { name: 'Banda' }]);
  });

  it('registers the family that is in the form now, and never the one that was in it before', async () => {
    register.next = ['never arrives'];
    await expect(press({ name: 'Wrong' })).rejects.toBeInstanceOf(Unreachable);
    expect(await press({ name: 'Right' })).toEqual({ registered: { number: 1 } });
    expect(register.saved).toEqual([{ name: 'Right' }]);
  });
});

describe('pressing Register', () => {
  it('saves nothing while a person is found who may be the same', async () => {
    await press(quist);
    expect(await press(quist)).toEqual({ found: [{ number: '1' }], elsewhere: 0 });
    expect(register.saved).toHaveLength(1);
  });

  it('saves nothing while an identity number is known in another district, and says so to the clerk', async () => {
    register.elsewhere = ['123456/78/1'];
    expect(await press({ ...quist, nrc: '123456/78/1' })).toEqual({ found: [], elsewhere: 1 });
    expect(register.saved).toEqual([]);
  });

  it('registers all the same once the clerk has said so, and a person of another number without asking', async () => {
    register.elsewhere = ['123456/78/1'];
    expect(await press({ ...quist, nrc: '123456/78/1' }, true)).toEqual({ registered: { number: 1 } });
    expect(await press({ name: 'Mwale', nrc: '654321/78/1' })).toEqual({ registered: { number: 2 } });
  });

  it('saves nothing while it is not known who is there already', async () => {
    register.look = async () => Promise.reject(new Unreachable(''));
    await expect(press(quist)).rejects.toBeInstanceOf(Unreachable);
    expect(register.saved).toEqual([]);
  });
});
