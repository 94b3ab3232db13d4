import { markup } from './markup.ts';

/** The mark: a window with one pane lit. */
export const mark = markup`<svg viewBox="0 0 28 28" aria-hidden="true"><rect x="2" y="2" width="24" height="24" rx="4" fill="none" stroke="currentColor" stroke-width="2.5"/><path d="M14 2v24M2 14h24" stroke="currentColor" stroke-width="2.5"/><rect x="4.5" y="4.5" width="7" height="7" rx="1" fill="#f2b84b"/></svg>`;

/** A lake at morning, seen through a window. */
export const scene = markup`<svg viewBox="0 0 360 300" aria-hidden="true">
<defs><clipPath id="opening"><rect x="10" y="10" width="340" height="280" rx="10"/></clipPath></defs>
<g clip-path="url(#opening)">
<rect width="360" height="300" fill="#cfe6e4"/>
<rect width="360" height="110" fill="#e9efdf"/>
<circle cx="250" cy="128" r="34" fill="#f2b84b"/>
<path d="M0 158c40-34 78-44 118-26 30-32 70-30 98 2 34-16 84-18 144 20v60H0z" fill="#5d9a94"/>
<path d="M0 172c60-22 120-20 176 0 62-18 120-18 184-4v60H0z" fill="#3c7f80"/>
<rect y="186" width="360" height="114" fill="#1f6d7a"/>
<path d="M216 200h68M226 212h48M236 224h28" stroke="#f2b84b" stroke-width="4" stroke-linecap="round" opacity=".75"/>
<path d="M30 214h54M120 232h70M44 258h88M236 262h78" stroke="#8fc4c6" stroke-width="3" stroke-linecap="round" opacity=".6"/>
<path d="M120 246h58c-4 12-12 16-22 16h-18c-9 0-15-5-18-16z" fill="#0a3a44"/><path d="M148 246v-40c14 8 22 22 24 36z" fill="#f6f8f8"/>
</g>
<rect x="10" y="10" width="340" height="280" rx="10" fill="none" stroke="#f6f8f8" stroke-width="10"/>
<path d="M180 10v280M10 150h340" stroke="#f6f8f8" stroke-width="8"/>
</svg>`;
