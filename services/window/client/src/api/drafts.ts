import type { Store } from './device-store.ts';
import { DraftKeeper } from './draft-keeper.ts';
import type { Tabs } from './tabs.ts';

/** The forms of one person in this tab, each once, so that a page that is left and opened again finds what was typed a moment ago. */
export class Drafts {
  private readonly keepers = new Map<string, DraftKeeper<never>>();

  constructor(
    private readonly store: Store,
    private readonly tabs: Tabs,
  ) {}

  /** The form of this name; what is blank is the same for the same form. */
  of<Value>(form: string, blank: Value): DraftKeeper<Value> {
    const name = `draft ${form}`;
    const keeper =
      (this.keepers.get(name) as DraftKeeper<Value> | undefined) ??
      new DraftKeeper<Value>(this.store, this.tabs, name, blank);
    this.keepers.set(name, keeper as unknown as DraftKeeper<never>);
    return keeper;
  }

  /** Follows what other tabs do with the same forms. Returns how to stop. */
  follow(): () => void {
    return this.tabs.follow((message) => {
      if (message.type === 'draft') void this.keepers.get(message.name)?.changedInOtherTab();
    });
  }
}
