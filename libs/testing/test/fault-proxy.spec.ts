import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { FaultProxy } from '../src/index.ts';

describe('a network that can fail', () => {
  let echo: Server;
  let proxy: FaultProxy;

  beforeEach(async () => {
    echo = createServer((socket) => void socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await FaultProxy.before((echo.address() as AddressInfo).port);
  });

  afterEach(async () => {
    await proxy.close();
    echo.close();
  });

  const join = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };

  const ask = async (socket: Socket, word: string): Promise<string> => {
    socket.write(word);
    const [answer] = await once(socket, 'data');
    return String(answer);
  };

  it('passes everything on while nothing is wrong', async () => {
    expect(await ask(await join(), 'hello')).toBe('hello');
    expect(proxy.connections).toBe(1);
  });

  it('breaks what is open when it is cut, refuses what is new, and heals', async () => {
    const socket = await join();
    await ask(socket, 'hello');
    proxy.cut();
    await once(socket, 'close');
    await once(await join(), 'close');
    proxy.heal();
    expect(await ask(await join(), 'again')).toBe('again');
  });

  it('holds everything back while it is paused, and then passes it in order', async () => {
    const socket = await join();
    await ask(socket, 'hello');
    let received = '';
    socket.on('data', (data) => (received += String(data)));
    proxy.pause();
    for (const word of ['one ', 'two ', 'three']) socket.write(word);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toBe('');
    proxy.resume();
    while (received.length < 13) await once(socket, 'data');
    expect(received).toBe('one two three');
  });

  it('answers late when it is slow', async () => {
    const socket = await join();
    proxy.delay(60);
    const asked = performance.now();
    expect(await ask(socket, 'hello')).toBe('hello');
    expect(performance.now() - asked).toBeGreaterThanOrEqual(100);
  });
});
