import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A network between a client and a server that can be cut, can hang, and can be slow. */
export class FaultProxy {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private delayMs = 0;
  private blocked: Promise<void> = Promise.resolve();
  private unblock: () => void = () => undefined;

  private constructor(
    private readonly target: () => { port: number; host: string },
    private readonly server: Server,
    /** Where clients connect, on 127.0.0.1. */
    readonly port: number,
  ) {}

  /** A proxy on a free port in front of this one. Give a function when the port is only known later. */
  static async before(port: number | (() => number), host = '127.0.0.1'): Promise<FaultProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const target = () => ({ port: typeof port === 'number' ? port : port(), host });
    const proxy = new FaultProxy(target, server, (server.address() as AddressInfo).port);
    server.on('connection', (client) => proxy.join(client));
    // A spec that failed half-way must not keep the whole test run from ending.
    server.unref();
    return proxy;
  }

  /** Breaks every connection and refuses new ones, until `heal`. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  /** Lets new connections through again. */
  heal(): void {
    this.isCut = false;
  }

  /** Connections stay open but nothing passes, as when a cable is pulled; until `resume`. */
  pause(): void {
    this.unblock();
    this.blocked = new Promise((resolve) => (this.unblock = resolve));
  }

  /** Lets pass what was held back, in order. */
  resume(): void {
    this.unblock();
  }

  /** From now on everything takes this much longer, in each direction. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  /** How many clients are connected now. */
  get connections(): number {
    return this.sockets.size / 2;
  }

  /** Ends it and every connection through it. */
  async close(): Promise<void> {
    this.cut();
    this.unblock();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    if (this.isCut) return void client.destroy();
    const upstream = connect(this.target());
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.sockets.add(from);
      from.setNoDelay(true).unref();
      from.on('error', () => undefined);
      from.once('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      void this.forward(from, to);
    }
  }

  private async forward(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const chunk of from) {
        if (this.delayMs > 0) await sleep(this.delayMs);
        await this.blocked;
        if (!to.write(chunk as Buffer)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      }
      to.end();
    } catch {
      // A broken connection is what a proxy like this is for.
    }
  }
}
