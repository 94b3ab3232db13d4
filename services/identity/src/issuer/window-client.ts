import type { ClientMetadata } from 'oidc-provider';

import { hashSecret } from '../clients/clients.service.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { signingAlgorithm } from '../keys/keys.service.ts';

/** The gateway of the window: the one client that people sign in to. */
export function windowClient(config: IdentityConfig): ClientMetadata {
  return {
    client_id: 'janela-window',
    client_name: 'Janela',
    client_secret: hashSecret(config.JANELA_WINDOW_CLIENT_SECRET).toString('hex'),
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...config.JANELA_WINDOW_REDIRECT_URIS],
    post_logout_redirect_uris: [...config.JANELA_WINDOW_SIGNED_OUT_URIS],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: signingAlgorithm,
    scope: 'openid profile',
  };
}
