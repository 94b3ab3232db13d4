import { markup } from './markup.ts';

/** The mark: a window with one pane lit. The same as the window's own. */
export const mark = markup`<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0b5c63"/><path d="M8 8h7v7H8zM17 8h7v7h-7zM8 17h7v7H8z" fill="#fff" opacity=".92"/><path d="M17 17h7v7h-7z" fill="#f2b441"/></svg>`;

/** A lake at morning, seen through a window. */
export const scene = markup`<svg viewBox="5 5 350 290" aria-hidden="true">
<defs>
<clipPath id="opening"><rect x="10" y="10" width="340" height="280" rx="10"/></clipPath>
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#a9d3d4"/><stop offset="1" stop-color="#f3efd9"/></linearGradient>
<linearGradient id="lake" x2="0" y2="1"><stop stop-color="#2b8089"/><stop offset="1" stop-color="#10525d"/></linearGradient>
</defs>
<g clip-path="url(#opening)">
<rect width="360" height="190" fill="url(#sky)"/>
<circle cx="262" cy="118" r="32" fill="#f2b441"/>
<path d="M0 150c34-30 76-38 112-18 34-34 78-36 108-4 40-18 96-16 140 18v60H0z" fill="#6aa6a1"/>
<path d="M0 172c60-24 112-22 168-2 62-20 128-20 192-2v50H0z" fill="#428586"/>
<rect y="186" width="360" height="114" fill="url(#lake)"/>
<path d="M226 200h72M236 211h52M246 222h32" stroke="#f2b441" stroke-width="4" stroke-linecap="round" opacity=".8"/>
<path d="M28 212h40M36 268h70M214 264h92M280 240h44" stroke="#a6d2d4" stroke-width="3" stroke-linecap="round" opacity=".45"/>
<path d="M78 240h66c-4 13-12 18-23 18H99c-10 0-17-6-21-18z" fill="#05373c"/><path d="M111 237v-46c17 9 27 26 29 40z" fill="#fbfcfc"/><path d="M106 237v-34c-11 8-17 18-19 29z" fill="#dde2e3"/>
</g>
<rect x="10" y="10" width="340" height="280" rx="10" fill="none" stroke="#fbfcfc" stroke-width="10"/>
<path d="M180 10v280M10 150h340" stroke="#fbfcfc" stroke-width="8"/>
</svg>`;
