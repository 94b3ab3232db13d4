import { demonstrationLogins } from '@janela/contracts';
import type { Middleware, ParameterizedContext } from 'koa';
import type { Interaction, Provider } from 'oidc-provider';

import { MethodNotAllowed, NoSuchRoute } from '@janela/platform';

import { CrossSiteForm } from '../identity.errors.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { languageOf, settingOf } from '../pages/setting.ts';
import { type SignInProblem, signInPage } from '../pages/sign-in.page.ts';
import type { PeopleService } from '../people/people.service.ts';
import type { Admission, Attempt, AttemptsService } from './attempts.service.ts';
import type { SignInWatch } from './sign-in-watch.ts';
import { readSignInForm } from './form.ts';

export interface SignInParts {
  readonly config: IdentityConfig;
  readonly people: PeopleService;
  readonly attempts: AttemptsService;
  readonly watch: SignInWatch;
}

const deviceCookie = 'janela_device';
const deviceCookieMs = 180 * 24 * 3_600_000;

export const signInPath = '/sign-in';

/** The pages under `/sign-in/<uid>`: shows the form, and finishes the sign-in that the window has begun. */
export function signIn(provider: Provider, parts: SignInParts): Middleware {
  return async (context, next) => {
    if (!context.path.startsWith(`${signInPath}/`)) return next();
    // Refuses with SessionNotFound where the cookie is missing, or the sign-in has expired or is over.
    const interaction = await provider.interactionDetails(context.req, context.res);
    if (context.path !== `${signInPath}/${interaction.uid}`) throw new NoSuchRoute();

    if (context.method === 'GET' || context.method === 'HEAD') show(context, parts, interaction);
    else if (context.method === 'POST') await submit(context, provider, parts, interaction);
    else throw new MethodNotAllowed();
  };
}

async function submit(
  context: ParameterizedContext,
  provider: Provider,
  parts: SignInParts,
  interaction: Interaction,
): Promise<void> {
  mustComeFromHere(context, parts.config);
  const form = await readSignInForm(context.req);
  if (typeof form === 'number') {
    // What is left of an oversized body is not read.
    if (form === 413) context.set('connection', 'close');
    return show(context, parts, interaction, { status: form, problem: { kind: 'unreadable' } });
  }
  const { email, password } = form;
  const fields = (['email', 'password'] as const).filter((field) => form[field].trim() === '');
  if (fields.length > 0)
    return show(context, parts, interaction, { status: 422, email, problem: { kind: 'missing', fields } });

  const attempt = { email, address: context.ip, deviceId: context.cookies.get(deviceCookie) };
  const admission = await parts.attempts.admit(attempt);
  if (!admission.admitted) {
    parts.watch.blocked();
    return show(context, parts, interaction, wait(context, admission, email));
  }
  const check = await parts.people.checkPassword(email, password);
  if (!check.fits) {
    await parts.watch.refused(check.personId, context.ip, admission.blocks);
    return show(context, parts, interaction, { status: 422, email, problem: { kind: 'noMatch' } });
  }
  await rememberDevice(context, parts, attempt);
  await parts.watch.succeeded(check.person, context.ip);
  const login = { accountId: check.person.id, remember: false, amr: ['pwd'] };
  const onward = await provider.interactionResult(
    context.req,
    context.res,
    { login },
    { mergeWithLastSubmission: false },
  );
  context.status = 303;
  context.redirect(onward);
}

interface Said {
  readonly status?: number;
  readonly email?: string;
  readonly problem?: SignInProblem;
}

function show(context: ParameterizedContext, { config }: SignInParts, { params }: Interaction, said: Said = {}): void {
  const language = languageOf(context, params.ui_locales);
  const hinted = [context.query.email, params.login_hint].find(
    (hint) => typeof hint === 'string' && hint.length <= 254,
  );
  context.status = said.status ?? 200;
  context.type = 'html';
  context.body = signInPage(settingOf(config, language), {
    path: context.path,
    email: said.email ?? (hinted as string | undefined) ?? '',
    ...(said.problem && { problem: said.problem }),
    ...(config.JANELA_MODE === 'demonstration' && { demonstration: demonstrationLogins }),
  });
}

function wait(context: ParameterizedContext, { until }: Extract<Admission, { admitted: false }>, email: string): Said {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1_000));
  context.set('retry-after', String(seconds));
  return { status: 429, email, problem: { kind: 'wait', minutes: Math.ceil(seconds / 60) } };
}

async function rememberDevice(
  context: ParameterizedContext,
  { attempts, config }: SignInParts,
  attempt: Attempt,
): Promise<void> {
  const deviceId = await attempts.succeeded(attempt);
  context.cookies.set(deviceCookie, deviceId, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config.JANELA_OIDC_ISSUER.startsWith('https:'),
    path: signInPath,
    maxAge: deviceCookieMs,
    signed: false,
    overwrite: true,
  });
}

/** A form of another site must not sign a person in as another. The cookie's SameSite says so already; this says it twice. */
function mustComeFromHere(context: ParameterizedContext, config: IdentityConfig): void {
  const site = context.get('sec-fetch-site');
  const origin = context.get('origin');
  const foreign = origin !== '' && origin !== new URL(config.JANELA_OIDC_ISSUER).origin;
  if (foreign || (site !== '' && site !== 'same-origin')) throw new CrossSiteForm();
}
