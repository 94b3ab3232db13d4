import type { DemonstrationLogin } from '@janela/contracts';
import { demonstrationEmail } from '@janela/contracts';

import type { Language, Words } from './languages.ts';
import { say } from './languages.ts';
import { layout, type Setting } from './layout.ts';
import { type Html, markup } from './markup.ts';
import { words } from './words.ts';

type Field = 'email' | 'password';

/** What was wrong with the last try: with a field, or with the try as a whole. */
export type SignInProblem =
  | { readonly kind: 'missing'; readonly fields: readonly Field[] }
  | { readonly kind: 'noMatch' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'wait'; readonly minutes: number };

export interface SignIn {
  /** The address of this page, without a query; the form is sent to it. */
  readonly path: string;
  readonly email: string;
  readonly problem?: SignInProblem;
  /** Whom a visitor may be; given in demonstration mode only. */
  readonly demonstration?: readonly DemonstrationLogin[];
}

const missing: Record<Field, Words> = { email: words.emailMissing, password: words.passwordMissing };

/** The page on which staff sign in. */
export function signInPage(setting: Setting, page: SignIn): string {
  const { language } = setting;
  const title = say(words.signIn, language);
  const wrong = page.problem?.kind === 'missing' ? page.problem.fields : [];
  const because = (field: Field) => (wrong.includes(field) ? say(missing[field], language) : undefined);
  const email = {
    name: 'email' as const,
    label: say(words.email, language),
    wrong: because('email'),
    error: say(words.error, language),
  };
  const password = {
    ...email,
    name: 'password' as const,
    label: say(words.password, language),
    wrong: because('password'),
  };

  return layout(setting, {
    title: page.problem ? `${say(words.error, language)} ${title}` : title,
    inLanguage: (other) => addressOf(page, other, page.email),
    body: markup`<h1>${title}</h1>
${page.problem && summary(language, page.problem)}
<form method="post" action="${addressOf(page, language)}" novalidate>
${field(email, markup`type="email" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false" maxlength="254" value="${page.email}"${page.email === '' && autofocus}`)}
${field(password, markup`type="password" autocomplete="current-password" maxlength="256"${page.email !== '' && autofocus}`)}
<button class="button" type="submit">${title}</button>
</form>
<div class="notes"><p>${say(words.forgotten, language)}</p><p>${say(words.shared, language)}</p></div>
${page.demonstration && whomToBe(language, page, page.demonstration)}`,
  });
}

const autofocus = markup` autofocus`;

function addressOf(page: SignIn, language: Language, email = ''): string {
  const query = new URLSearchParams({ lang: language, ...(email !== '' && { email }) });
  return `${page.path}?${query.toString()}`;
}

function field(
  about: { name: Field; label: string; wrong: string | undefined; error: string },
  attributes: Html,
): Html {
  const { name, label, wrong, error } = about;
  const described = wrong ? markup` aria-invalid="true" aria-describedby="${name}-wrong"` : undefined;
  return markup`<div class="field${wrong && ' wrong'}">
<label for="${name}">${label}</label>
${wrong && markup`<p class="wrong-because" id="${name}-wrong"><span class="hidden">${error} </span>${wrong}</p>`}
<input id="${name}" name="${name}" required ${attributes}${described}>
</div>`;
}

function summary(language: Language, problem: SignInProblem): Html {
  const heading = markup`<h2>${say(words.problem, language)}</h2>`;
  if (problem.kind !== 'missing') {
    const minutes = problem.kind === 'wait' ? problem.minutes : 0;
    return markup`<div class="summary" role="alert">${heading}<p>${say(words[problem.kind], language, { minutes })}</p></div>`;
  }
  const links = problem.fields.map((name) => markup`<li><a href="#${name}">${say(missing[name], language)}</a></li>`);
  return markup`<div class="summary" role="alert">${heading}<ul>${links}</ul></div>`;
}

function whomToBe(language: Language, page: SignIn, logins: readonly DemonstrationLogin[]): Html {
  const people = logins.map(
    ({ login, name }) =>
      markup`<li><a href="${addressOf(page, language, demonstrationEmail(login))}">${login}<span>${name}</span></a></li>`,
  );
  return markup`<details class="demonstration"><summary>${say(words.demonstration, language)}</summary>
<p>${say(words.demonstrationSays, language)}</p><ul>${people}</ul></details>`;
}
