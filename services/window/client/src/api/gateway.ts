import { send } from './client.ts';
import type { CountryFacts, Questionnaire } from './questionnaire.ts';

/** Who is signed in, as the gateway answers it; the browser never sees a token. */
export interface Session {
  id: string;
  name: string;
  roles: string[];
  areas: string[];
}

/** The gateway's own routes, and what each answers; no document has them. */
interface Routes {
  'GET /session': Session;
  'POST /logout': { next: string };
  'GET /country/country.json': CountryFacts;
  'GET /country/questionnaire.json': Questionnaire;
}

async function ask<Route extends keyof Routes>(route: Route): Promise<Routes[Route]> {
  const [method = '', path = ''] = route.split(' ');
  const response = await send(new Request(path, { method, headers: { accept: 'application/json' } }));
  return (await response.json()) as Routes[Route];
}

/** Returns who is signed in. Throws `SignedOut` when no one is. */
export const getSession = () => ask('GET /session');

/** Ends the session. Returns where to go on, so that it ends at the issuer as well. */
export const endSession = () => ask('POST /logout');

/** Returns what of the country's own file the screens need. */
export const getCountry = () => ask('GET /country/country.json');

/** Returns what is asked of a household, in which words, from which lists. */
export const getQuestionnaire = () => ask('GET /country/questionnaire.json');
