import { asEnvironment, givenAddresses, Refusal, startServers } from '@janela/local';

/** Jest runs this once, before the first spec that needs servers; the specs find the addresses in their environment. */
export default async function startTestServers() {
  try {
    if (Object.keys(givenAddresses(process.env)).length === 3) return;
    const servers = await startServers({ ports: 'free', durable: false, say });
    Object.assign(process.env, asEnvironment(servers));
    globalThis.janelaServers = servers;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A sentence that says what to do is lost in the stack that Jest would print around it.
    say(error.message);
    process.exit(1);
  }
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
