import { errors, type ResourceServer } from 'oidc-provider';

import { signingAlgorithm } from '../keys/keys.service.ts';
import { lifetimes } from '../records/lifetimes.ts';

/**
 * The one thing that access tokens are for: Janela's services. A client need not name it; the audience by its name, as a
 * `urn:` or as it is, is the only other thing it may ask for.
 */
export function apiResource(audience: string) {
  const identifier = `urn:${audience}`;
  const resource: ResourceServer = {
    scope: '',
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: lifetimes.accessToken,
    jwt: { sign: { alg: signingAlgorithm } },
  };
  return {
    defaultResource: () => identifier,
    useGrantedResource: () => true,
    getResourceServerInfo: (_context: unknown, asked: string): ResourceServer => {
      if (asked !== identifier) throw new errors.InvalidTarget();
      return resource;
    },
  };
}
