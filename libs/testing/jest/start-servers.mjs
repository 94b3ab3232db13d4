import { asEnvironment, givenAddresses, startServers } from '@janela/servers';
import { UserError } from '@janela/supervisor';

/** Jest runs this once, before the first spec that needs servers; the specs find the addresses in their environment. */
export default async function startTestServers() {
  try {
    if (Object.keys(givenAddresses(process.env)).length === 3) return;
    const servers = await startServers({ ports: 'free', durable: false, log });
    Object.assign(process.env, asEnvironment(servers));
    globalThis.janelaServers = servers;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // A sentence that says what to do is lost in the stack that Jest would print around it.
    log(error.message);
    process.exit(1);
  }
}

function log(sentence) {
  process.stderr.write(`${sentence}\n`);
}
