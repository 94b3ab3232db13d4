import type { ParameterizedContext } from 'koa';

import type { IdentityConfig } from '../identity.config.ts';
import { styleHref } from './assets.ts';
import { firstSpoken, type Language, languages } from './languages.ts';
import type { Setting } from './layout.ts';

/** The language of an answer: the one chosen on the page, else the one the window asks for, else the browser's, else English. */
export function languageOf(context: ParameterizedContext, uiLocales: unknown = context.query.ui_locales): Language {
  const wishes = [context.query.lang, uiLocales].filter((wish) => typeof wish === 'string').join(' ');
  const accepted = context.acceptsLanguages([...languages]);
  return firstSpoken(wishes) ?? languages.find((language) => language === accepted) ?? 'en';
}

/** What the pages need to know around what they say. */
export function settingOf(config: IdentityConfig, language: Language): Setting {
  return { language, styleHref, windowUrl: config.JANELA_WINDOW_URL };
}
