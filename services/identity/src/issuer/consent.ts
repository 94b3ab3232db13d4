import { type Grant, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';

/**
 * The grant of this person to this client, made on the spot if there is none. The person is not asked: the only client that people
 * sign in to is Janela itself.
 */
export async function findGrant({ oidc }: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, account, session, provider } = oidc;
  if (!client || !account || !session) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  if (known?.accountId === account.accountId) return known;

  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/** When the sign-in page is shown: also where the account of the session's person is closed by now. */
export function signInPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('account_closed', 'the account is closed', ({ oidc }) =>
        oidc.session?.accountId !== undefined && !oidc.account
          ? interactionPolicy.Check.REQUEST_PROMPT
          : interactionPolicy.Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}
