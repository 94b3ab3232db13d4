import { requestContext } from '@janela/platform';
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

import { languageOf, settingOf } from '../pages/setting.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { signOutScriptSrc } from '../pages/assets.ts';
import { signedOutPage, signOutPage, type Stop, stopPage } from '../pages/plain.pages.ts';

/** The pages that the issuer itself shows, in our words. */
export function issuerPages(config: IdentityConfig) {
  const setting = (context: KoaContextWithOIDC) => settingOf(config, languageOf(context));

  return {
    error(context: KoaContextWithOIDC, { error, error_description: because }: ErrorOut, cause: Error): void {
      const stop: Stop = cause.name === 'SessionNotFound' ? 'expired' : context.status >= 500 ? 'failed' : 'refused';
      const reference = stop === 'failed' ? requestContext()?.traceId : [error, because].filter(Boolean).join(': ');
      context.type = 'html';
      context.body = stopPage(setting(context), stop, stop === 'expired' ? undefined : reference);
    },

    /** A person who comes from the window with their own id token has said what they want; another one is asked. */
    signOut(context: KoaContextWithOIDC, form: string): void {
      const { session, entities } = context.oidc;
      const hint = entities.IdTokenHint as { payload?: { sub?: string } } | undefined;
      const meansIt = hint?.payload?.sub !== undefined && hint.payload.sub === session?.accountId;
      context.type = 'html';
      context.body = signOutPage(setting(context), form, meansIt ? signOutScriptSrc : undefined);
    },

    signedOut(context: KoaContextWithOIDC): void {
      context.type = 'html';
      context.body = signedOutPage(setting(context));
    },
  };
}
