import type { Page } from 'playwright-core';

/** A link, button or field of a page, as somebody would name it: `button Sign out on /`. */
export type Control = string;

/** Numbers, names and ids differ from run to run; what they stand for does not. */
const varying: [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f-]{27}/g, '$id'],
  [/\/interaction\/[\w-]+|\/sign-in\/[\w-]+/g, '/sign-in'],
  [/[A-Z]{2}\d{4,}-\d{6}-\d/g, '#'],
  [/\d[\d.,:/ -]*/g, '#'],
];

const general = (text: string) => varying.reduce((all, [what, by]) => all.replaceAll(what, by), text).trim();

interface Seen {
  role: string;
  name: string;
  /** In a table, a list of names or a chart the name is somebody's: the place of the column stands for it. */
  place: string;
}

/**
 * Every control that pages showed while the journeys ran, and every one that was pressed, filled in or chosen. Kept over all pages of
 * all people of a run; what was seen and never used is for a check at the end to name.
 */
export class Controls {
  readonly #seen = new Set<Control>();
  readonly #used = new Set<Control>();

  /** Looks at a page now, and notes what is used on it from now on, also after it leads elsewhere. */
  async watch(page: Page): Promise<void> {
    await page.exposeFunction('janelaSeen', (path: string, all: Seen[]) => {
      for (const each of all) this.#seen.add(controlOf(path, each));
    });
    await page.exposeFunction('janelaUsed', (path: string, each: Seen) => void this.#used.add(controlOf(path, each)));
    await page.addInitScript(collect);
  }

  get seen(): readonly Control[] {
    return [...this.#seen].toSorted();
  }

  /** What was seen and used by nobody, but for what a list gives a reason for. */
  unused(reasons: ReadonlyMap<Control, string>): Control[] {
    return this.seen.filter((control) => !this.#used.has(control) && !reasons.has(control));
  }

  /** Reasons for what is not there any more, or is used after all: they would hide the next one. */
  needless(reasons: ReadonlyMap<Control, string>): Control[] {
    return [...reasons.keys()].filter((control) => !this.#seen.has(control) || this.#used.has(control));
  }
}

const controlOf = (path: string, { role, name, place }: Seen): Control =>
  `${role} ${place || general(name)} on ${general(new URL(path, 'http://x').pathname) || '/'}`;

/** Runs in the page: says what it shows whenever that changes, and what is used. */
function collect(): void {
  const host = globalThis as unknown as {
    janelaSeen(path: string, all: Seen[]): Promise<void>;
    janelaUsed(path: string, each: Seen): Promise<void>;
  };
  const kinds = 'a[href], button, input, select, textarea, summary, [role="tab"], [role="button"]';
  const labelOf = (element: Element) => {
    const field = element as HTMLInputElement;
    const label = field.labels?.[0]?.textContent ?? '';
    return element.getAttribute('aria-label') ?? (label || element.textContent || field.placeholder || '');
  };
  const describe = (element: Element): Seen => {
    const tag = element.tagName.toLowerCase();
    const role = element.getAttribute('role') ?? (tag === 'a' ? 'link' : tag === 'summary' ? 'button' : tag);
    const cell = element.closest('td');
    const fieldset = element.closest('fieldset, .mantine-CheckboxGroup-root');
    const head = cell?.getAttribute('data-head') ?? '';
    const column = cell && role === 'link' ? `in column ${head}` : '';
    const who = fieldset && element.matches('[type="checkbox"]') ? 'a checkbox of a group' : '';
    return { role, name: labelOf(element).replaceAll(/\s+/g, ' ').slice(0, 80), place: column || who };
  };
  const isShown = (element: Element) => element.getClientRects().length > 0 && !element.closest('[inert]');
  const look = () =>
    void host.janelaSeen(location.pathname, [...document.querySelectorAll(kinds)].filter(isShown).map(describe));
  const use = (event: Event) => {
    const element = event.target instanceof Element ? event.target.closest(kinds) : null;
    if (element) void host.janelaUsed(location.pathname, describe(element));
    const field = event.target instanceof Element ? event.target.closest('label')?.control : null;
    if (field) void host.janelaUsed(location.pathname, describe(field));
  };
  for (const kind of ['click', 'input', 'change', 'submit']) document.addEventListener(kind, use, { capture: true });
  document.addEventListener('DOMContentLoaded', () => {
    let waits = false;
    const soon = () => {
      if (waits) return;
      waits = true;
      setTimeout(() => {
        waits = false;
        look();
      }, 100);
    };
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, attributes: true });
    look();
  });
}
