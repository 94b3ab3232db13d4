/** The style sheet of every page: the tokens of the window, in light and dark, with room to touch. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #182022; --soft: #5f6b6e; --paper: #fbfcfc; --line: #7c888a; --hair: #dde2e3;
  --accent: #0b5c63; --accent-strong: #084a50; --on-accent: #ffffff;
  --bad: #a3231c; --bad-paper: #fdf3f2; --deep: #084a50;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7eced; --soft: #a3adaf; --paper: #12181a; --line: #7c888a; --hair: #2e3739;
    --accent: #76babd; --accent-strong: #a6d2d4; --on-accent: #05292d;
    --bad: #f39a92; --bad-paper: #2a1917; --deep: #05373c;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  font: 400 16px/1.5 'Source Sans 3', 'Segoe UI', Roboto, 'Noto Sans', sans-serif; color: var(--ink); background: var(--paper);
}
h1 { margin: 0 0 20px; font-size: 28px; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; }
p { margin: 0 0 16px; }
a { color: var(--accent); text-underline-offset: 3px; }
a:hover { color: var(--accent-strong); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.view { background: var(--deep); color: #ffffff; padding: 12px 20px; }
.brand { display: flex; align-items: center; gap: 10px; font-size: 20px; font-weight: 600; margin: 0; }
.brand svg { width: 28px; height: 28px; flex: none; border-radius: 22%; box-shadow: 0 0 0 1px #ffffff40; }
.scene { display: none; }

main { flex: 1; width: 100%; max-width: 460px; margin: 0 auto; padding: 28px 20px 24px; }
footer { padding: 8px 20px 20px; }
footer ul { list-style: none; margin: 0 auto; padding: 0; display: flex; justify-content: center; gap: 4px; font-size: 14px; }
footer a, footer b { display: inline-flex; align-items: center; min-height: 44px; padding: 0 10px; }
footer b { font-weight: 600; }

label { display: block; font-weight: 600; margin-bottom: 4px; }
input {
  display: block; width: 100%; height: 48px; padding: 0 12px; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: 6px;
}
input:focus-visible { outline-offset: 0; border-color: var(--accent); }
.field { margin-bottom: 20px; }
.field.wrong { border-left: 4px solid var(--bad); padding-left: 12px; }
.field.wrong input { border: 2px solid var(--bad); }
.wrong-because { margin: 0 0 4px; color: var(--bad); font-weight: 600; }
.button {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 48px; padding: 8px 20px;
  font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: 6px;
}
.button:hover { color: var(--on-accent); background: var(--accent-strong); }
.button.quiet { color: var(--accent); background: transparent; border-color: var(--line); }
.button.quiet:hover { border-color: var(--accent); }
.button + .button, form + .button { margin-top: 12px; }
.notes { margin-top: 20px; font-size: 14px; color: var(--soft); }
.notes p { margin-bottom: 8px; }
code { font: 14px/1.5 ui-monospace, 'Cascadia Mono', 'Roboto Mono', monospace; overflow-wrap: anywhere; }
.reference { padding: 12px; margin-bottom: 20px; border: 1px solid var(--hair); border-radius: 6px; }

.summary { border: 2px solid var(--bad); border-radius: 6px; background: var(--bad-paper); padding: 12px 16px; margin-bottom: 20px; }
.summary h2 { margin: 0 0 4px; font-size: 16px; line-height: 1.5; }
.summary ul { list-style: none; margin: 0; padding: 0; }
.summary a { color: var(--bad); font-weight: 600; display: inline-block; padding: 4px 0; }
.summary p { margin: 0; }

.demonstration { margin-top: 20px; border-top: 1px solid var(--hair); padding-top: 4px; font-size: 14px; }
.demonstration summary { cursor: pointer; min-height: 44px; display: flex; align-items: center; gap: 8px; font-weight: 600; }
.demonstration summary::-webkit-details-marker { display: none; }
.demonstration summary::before { content: '+'; width: 1em; font-size: 20px; color: var(--accent); }
.demonstration[open] summary::before { content: '\\2212'; }
.demonstration p { color: var(--soft); }
.demonstration ul { list-style: none; margin: 0; padding: 0; }
.demonstration li a { display: flex; justify-content: space-between; gap: 12px; min-height: 44px; align-items: center; border-top: 1px solid var(--hair); text-decoration: none; }
.demonstration li span { color: var(--soft); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (min-width: 900px) {
  body { display: grid; grid-template-columns: minmax(360px, 5fr) 7fr; grid-template-rows: 1fr auto; }
  .view { grid-row: 1 / 3; display: flex; flex-direction: column; padding: 36px 44px 44px; position: sticky; top: 0; height: 100vh; }
  .brand { font-size: 28px; }
  .brand svg { width: 36px; height: 36px; }
  .scene { display: flex; flex: 1; flex-direction: column; justify-content: center; gap: 28px; }
  .scene svg { width: 100%; max-width: 360px; height: auto; }
  .scene p { margin: 0; font-size: 20px; line-height: 1.35; max-width: 20em; color: #d9ecef; }
  main { max-width: 420px; padding: clamp(36px, 13vh, 140px) 20px 28px; }
}
`;
