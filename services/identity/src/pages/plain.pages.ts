import { say, type Words } from './languages.ts';
import { layout, type Setting } from './layout.ts';
import { Html, markup } from './markup.ts';
import { words } from './words.ts';

/** Why there is a page that only explains. */
export type Stop = 'expired' | 'refused' | 'missing' | 'failed';

const sentences: Record<Stop, Words> = {
  expired: words.expiredSays,
  refused: words.refusedSays,
  missing: words.missingSays,
  failed: words.failedSays,
};

/** Returns the page that says why it does not go on, and where to start again; `reference` is for the operator who helps. */
export function stopPage(setting: Setting, stop: Stop, reference?: string): string {
  const title = say(words[stop], setting.language);
  return layout(setting, {
    title,
    body: markup`<h1>${title}</h1><p>${say(sentences[stop], setting.language)}</p>
${reference && markup`<p class="reference"><code>${reference}</code></p>`}
<a class="button" href="${setting.windowUrl}">${say(words.goToWindow, setting.language)}</a>`,
  });
}

/** Returns the question before signing out. The form and its hidden proof come from the issuer; `atOnce` sends it without being asked. */
export function signOutPage(setting: Setting, form: string, atOnce: string | undefined): string {
  const title = say(words.signOutQuestion, setting.language);
  return layout(setting, {
    title,
    scripts: atOnce ? [atOnce] : [],
    body: markup`<h1>${title}</h1><p>${say(words.signOutSays, setting.language)}</p>
${new Html(form)}
<button class="button" type="submit" id="sign-out" form="op.logoutForm" name="logout" value="yes">${say(words.signOut, setting.language)}</button>
<a class="button quiet" href="${setting.windowUrl}">${say(words.staySignedIn, setting.language)}</a>`,
  });
}

/** Returns the page after signing out. */
export function signedOutPage(setting: Setting): string {
  const title = say(words.signedOut, setting.language);
  return layout(setting, {
    title,
    body: markup`<h1>${title}</h1><p>${say(words.signedOutSays, setting.language)}</p>
<a class="button" href="${setting.windowUrl}">${say(words.signInAgain, setting.language)}</a>`,
  });
}
