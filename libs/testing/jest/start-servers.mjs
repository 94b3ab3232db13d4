import { asEnvironment, givenAddresses, startServers } from '@janela/local';

/** Jest runs this once, before the first spec that needs servers; the specs find the addresses in their environment. */
export default async function startTestServers() {
  if (Object.keys(givenAddresses(process.env)).length === 3) return;
  const say = (sentence) => void process.stderr.write(`${sentence}\n`);
  const servers = await startServers({ ports: 'free', durable: false, say });
  Object.assign(process.env, asEnvironment(servers));
  globalThis.janelaServers = servers;
}
