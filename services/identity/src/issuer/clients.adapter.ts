import type { Adapter, ClientMetadata } from 'oidc-provider';

import type { ClientsService } from '../clients/clients.service.ts';

/** Shows the issuer the machine clients. It only ever asks for one by its id. */
export class ClientsAdapter implements Adapter {
  constructor(private readonly clients: ClientsService) {}

  async find(id: string): Promise<ClientMetadata | undefined> {
    const client = await this.clients.findActive(id);
    return (
      client && {
        client_id: client.id,
        client_name: client.name,
        client_secret: client.secretHash.toString('hex'),
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_basic',
      }
    );
  }

  findByUid = notForClients;
  findByUserCode = notForClients;
  upsert = notForClients;
  consume = notForClients;
  destroy = notForClients;
  revokeByGrantId = notForClients;
}

function notForClients(): Promise<never> {
  return Promise.reject(new Error('clients are not changed through the issuer'));
}
