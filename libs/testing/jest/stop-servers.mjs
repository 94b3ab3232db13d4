/** Stops what start-servers.mjs started; servers that were given stay. */
export default async function stopTestServers() {
  await globalThis.janelaServers?.stop();
}
