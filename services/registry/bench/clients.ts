import { Agent, request } from 'node:http';

/** Sends each body as a POST, over so many kept connections at once; answers the seconds of each answer, in milliseconds. */
export async function postAll(
  url: URL,
  token: string,
  bodies: readonly object[],
  connections: number,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waiting = bodies.values();
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const body of waiting) {
        const began = performance.now();
        await post(url, token, JSON.stringify(body), agent);
        times.push(performance.now() - began);
      }
    }),
  );
  agent.destroy();
  return times;
}

function post(url: URL, token: string, body: string, agent: Agent): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': crypto.randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`The registry answered ${String(answer.statusCode)}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}

/** The time that so many of a hundred stay below. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}
