import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { mark } from './drawings.ts';
import { style } from './style.ts';

export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
  /** The content never changes under this address. */
  readonly immutable: boolean;
}

const weights = [400, 600] as const;

function font(weight: number): Buffer {
  const file = `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
  return readFileSync(fileURLToPath(import.meta.resolve(file)));
}

const faces = weights
  .map(
    (weight) =>
      `@font-face{font-family:'Source Sans 3';font-weight:${weight};font-display:swap;src:url(/assets/sans-${weight}.woff2) format('woff2')}`,
  )
  .join('\n');
const sheet = `${faces}${style}`;

export const styleHref = `/assets/pages.${createHash('sha256').update(sheet).digest('hex').slice(0, 12)}.css`;

/** Presses the button of the sign-out page. A file of its own, because no page may carry a script in itself. */
export const signOutScriptSrc = '/assets/sign-out.js';
const signOutScript = "document.getElementById('op.logoutForm').requestSubmit(document.getElementById('sign-out'));\n";

const markFile = mark.text.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');

/** Every file that the pages refer to, by its path. */
export const assets: ReadonlyMap<string, Asset> = new Map<string, Asset>([
  [styleHref, { type: 'text/css', body: sheet, immutable: true }],
  [signOutScriptSrc, { type: 'text/javascript', body: signOutScript, immutable: false }],
  ['/assets/mark.svg', { type: 'image/svg+xml', body: markFile, immutable: false }],
  ...weights.map((weight): [string, Asset] => [
    `/assets/sans-${weight}.woff2`,
    { type: 'font/woff2', body: font(weight), immutable: true },
  ]),
]);
