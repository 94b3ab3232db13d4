import { mark, scene } from './drawings.ts';
import { type Html, markup } from './markup.ts';
import { type Language, languageNames, languages, say } from './languages.ts';
import { words } from './words.ts';

/** What every page needs to know. */
export interface Setting {
  readonly language: Language;
  /** The address of the style sheet. */
  readonly styleHref: string;
  /** Where Janela itself is found. */
  readonly windowUrl: string;
}

interface Page {
  readonly title: string;
  readonly body: Html;
  /** The same page in another language; absent where a page cannot be asked for again. */
  readonly inLanguage?: (language: Language) => string;
  readonly scripts?: readonly string[];
}

/** A whole document around what a page says. */
export function layout(setting: Setting, { title, body, inLanguage, scripts = [] }: Page): string {
  const purpose = say(words.purpose, setting.language);
  return markup`<!doctype html>
<html lang="${setting.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Janela</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="${setting.styleHref}">
${scripts.map((src) => markup`<script src="${src}" defer></script>`)}
</head>
<body>
<header class="view"><p class="brand">${mark}Janela</p><div class="scene">${scene}<p>${purpose}</p></div></header>
<main>${body}</main>
<footer>${inLanguage && languageLinks(setting.language, inLanguage)}</footer>
</body>
</html>
`.text;
}

function languageLinks(spoken: Language, inLanguage: (language: Language) => string): Html {
  const links = languages.map((language) =>
    language === spoken
      ? markup`<li><b aria-current="true">${languageNames[language]}</b></li>`
      : markup`<li><a href="${inLanguage(language)}" hreflang="${language}" lang="${language}">${languageNames[language]}</a></li>`,
  );
  return markup`<nav aria-label="${say(words.language, spoken)}"><ul>${links}</ul></nav>`;
}
