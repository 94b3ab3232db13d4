import type { Cipher, Database } from '@janela/platform';
import type { Configuration } from 'oidc-provider';

import type { ClientsService } from '../clients/clients.service.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { type KeysInUse, signingAlgorithm } from '../keys/keys.service.ts';
import type { PeopleService } from '../people/people.service.ts';
import { signInPath } from '../sign-in/sign-in.ts';
import { ClientsAdapter } from './clients.adapter.ts';
import { findGrant, signInPolicy } from './consent.ts';
import { lifetimes } from '../records/lifetimes.ts';
import { issuerPages } from './issuer-pages.ts';
import { RecordsAdapter } from '../records/records.adapter.ts';
import { apiResource } from './resource.ts';
import { accountOf, claimsOfToken } from './token-claims.ts';
import { windowClient } from './window-client.ts';

export interface IssuerParts {
  readonly config: IdentityConfig;
  readonly database: Database;
  readonly cipher: Cipher;
  readonly people: PeopleService;
  readonly clients: ClientsService;
}

/** Everything that is decided about the issuer. What is not needed is switched off. */
export function issuerConfiguration(parts: IssuerParts, keys: KeysInUse): Configuration {
  const { config, database, cipher, people, clients } = parts;
  const secure = config.JANELA_OIDC_ISSUER.startsWith('https:');
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, secure, overwrite: true } as const;
  const pages = issuerPages(config);

  return {
    adapter: (model) =>
      model === 'Client' ? new ClientsAdapter(clients) : new RecordsAdapter(model, database, cipher),
    clients: [windowClient(config)],
    jwks: { keys: [...keys.signing] },
    cookies: {
      keys: [...keys.cookies],
      names: { session: 'janela_session', interaction: 'janela_sign_in', resume: 'janela_sign_in_onward' },
      long: cookie,
      short: cookie,
    },
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'email', 'roles', 'areas'] },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,

    findAccount: (_context, id) => accountOf(people, id),
    extraTokenClaims: (_context, token) => claimsOfToken(parts, token),
    loadExistingGrant: findGrant,
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    interactions: { policy: signInPolicy(), url: (_context, interaction) => `${signInPath}/${interaction.uid}` },
    renderError: pages.error,

    ttl: {
      AccessToken: lifetimes.accessToken,
      AuthorizationCode: lifetimes.authorizationCode,
      ClientCredentials: lifetimes.accessToken,
      Grant: lifetimes.session,
      IdToken: lifetimes.accessToken,
      Interaction: lifetimes.interaction,
      RefreshToken: lifetimes.session,
      Session: lifetimes.session,
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      // The gateway asks whether a session still holds. Only refresh tokens have a record here that can be asked about.
      introspection: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: true, ...apiResource(config.JANELA_OIDC_AUDIENCE) },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: pages.signOut, postLogoutSuccessSource: pages.signedOut },
      userinfo: { enabled: false },
    },
  };
}
