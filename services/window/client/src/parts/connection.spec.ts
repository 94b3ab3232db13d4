import { afterEach, describe, expect, it } from '@jest/globals';
import { onlineManager } from '@tanstack/react-query';

import { Connection } from './connection.ts';

afterEach(() => onlineManager.setOnline(true));

/** A gateway that is up or down, and the pauses between two questions to it. */
function gateway(...answers: (boolean | Error)[]) {
  const pauses: (() => void)[] = [];
  let asked = 0;
  const reach = async () => {
    const answer = answers[asked++] ?? true;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const pause = () => new Promise<void>((go) => pauses.push(go));
  return { connection: new Connection(reach, pause), pauses, asked: () => asked };
}

const soon = () => new Promise((go) => setTimeout(go));

describe('the connection', () => {
  it('is none when the gateway does not answer, though the browser has a network', async () => {
    const { connection } = gateway(new Error('refused'));
    expect([await connection.isReached(), onlineManager.isOnline()]).toEqual([false, false]);
  });

  it('is there again as soon as the gateway answers', async () => {
    const { connection, pauses } = gateway(false, false, true);
    await connection.isReached();
    pauses.shift()?.();
    await soon();
    expect(onlineManager.isOnline()).toBe(false);
    pauses.shift()?.();
    await soon();
    expect([onlineManager.isOnline(), pauses.length]).toEqual([true, 0]);
  });

  it('is asked for once by many that got no answer', async () => {
    const { connection, asked } = gateway(true);
    await Promise.all([connection.isReached(), connection.isReached()]);
    expect(asked()).toBe(1);
  });
});
