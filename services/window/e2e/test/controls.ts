import type { Page } from 'playwright-core';

/** A link, button or field, as a person would name it, on whatever page it is: `button Sign out`. */
export type Control = string;

/** Numbers, names and ids differ from run to run; what they stand for does not. */
const varying: [RegExp, string][] = [
  [/[A-Z]{2}\d{4,}-\d{6}-\d/g, '#'],
  [/\d[\d.,:/ -]*/g, '#'],
];

const general = (text: string) => varying.reduce((all, [what, by]) => all.replaceAll(what, by), text).trim();

/** What the page says of one; a control is looked for in English only, since it is the same in every language. */
interface Seen {
  role: string;
  name: string;
  /** In a table, a list of names or a chart the name is that of a person: the place of the column stands for it. */
  place: string;
}

/**
 * Every control that pages showed while the journeys ran, and every one that was pressed, filled in or chosen. Kept over all pages of
 * all people of a run; what was seen and never used is for a check at the end to name.
 */
export class Controls {
  private readonly found = new Set<Control>();
  private readonly used = new Set<Control>();

  /** Looks at a page now, and notes what is used on it from now on, also after it leads elsewhere. */
  async watch(page: Page): Promise<void> {
    await page.exposeFunction('janelaSeen', (all: Seen[]) => {
      for (const each of all) this.found.add(controlOf(each));
    });
    await page.exposeFunction('janelaUsed', (each: Seen) => void this.used.add(controlOf(each)));
    await page.addInitScript(collect);
  }

  get seen(): readonly Control[] {
    return [...this.found].toSorted();
  }

  /** What was seen and never used, but for what a list gives a reason for. */
  unused(reasons: ReadonlyMap<Control, string>): Control[] {
    return this.seen.filter((control) => !this.used.has(control) && !reasons.has(control));
  }
}

const controlOf = ({ role, name, place }: Seen): Control => `${role} ${place || general(name)}`;

/** Runs in the page: says what it shows whenever that changes, and what is used. */
function collect(): void {
  const host = globalThis as unknown as {
    janelaSeen(all: Seen[]): Promise<void>;
    janelaUsed(each: Seen): Promise<void>;
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
    const who = fieldset && element.matches('[type="checkbox"]') ? 'one of several answers' : '';
    const person = role === 'link' && element.closest('details') ? 'a person to try it as' : '';
    const step = element.matches('.step') ? 'a step of the form' : '';
    const name = labelOf(element).replaceAll(/\s+/g, ' ').replace(/ \*$/, '').slice(0, 80);
    const due = element.matches('.due') ? 'something that is due' : '';
    // A button for one of several things names it after a colon.
    const act = role === 'button' ? (/^([^:]+): /.exec(name)?.[1] ?? '') : '';
    return { role, name, place: column || who || person || step || act || due };
  };
  const isShown = (element: Element) =>
    element.getClientRects().length > 0 && !element.closest('[inert], [aria-hidden="true"]');
  const look = () => {
    if (document.documentElement.lang !== 'en') return;
    void host.janelaSeen([...document.querySelectorAll(kinds)].filter(isShown).map(describe));
  };
  const use = (event: Event) => {
    const element = event.target instanceof Element ? event.target.closest(kinds) : null;
    if (element) void host.janelaUsed(describe(element));
    const field = event.target instanceof Element ? event.target.closest('label')?.control : null;
    if (field) void host.janelaUsed(describe(field));
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
