import { UserError } from '@janela/supervisor';

/** A machine client of the demonstration, at its issuer. */
export interface Client {
  issuer: string;
  login: string;
}

const renewBeforeMs = 60_000;

/** Returns a token of a machine client each time, and a new one shortly before the last expires. */
export function tokensOf({ issuer, login }: Client): () => Promise<string> {
  let token = '';
  let renewAt = 0;
  return async () => {
    if (Date.now() < renewAt) return token;
    const given = await newToken(issuer, `demo-${login}`);
    token = given.access_token;
    renewAt = Date.now() + given.expires_in * 1_000 - renewBeforeMs;
    return token;
  };
}

async function newToken(issuer: string, client: string): Promise<{ access_token: string; expires_in: number }> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${client}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!response.ok) throw new UserError(`${issuer} gave ${client} no token: it answered ${response.status}.`);
  return (await response.json()) as { access_token: string; expires_in: number };
}
