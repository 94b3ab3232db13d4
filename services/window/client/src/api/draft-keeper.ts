import type { Store } from './device-store.ts';
import { here, type Place } from './here.ts';
import { leftAfter } from './left-after.ts';
import type { Tabs } from './tabs.ts';

/** A form as it is kept: each saving has another stamp. */
interface Kept {
  value: unknown;
  stamp: string;
  /** The page that it stands on. */
  page?: Place;
}

/** A form as it is on the screen. */
export interface Held<Value> {
  value: Value;
  /** Whether what the device keeps has been looked for. */
  ready: boolean;
  /** Another tab has changed, sent or discarded it, after something was typed here; nothing is saved until the person chooses. */
  changedElsewhere: boolean;
}

/** One form of one person in one tab. It saves only over what it has seen, so that two tabs never overwrite each other unseen. */
export class DraftKeeper<Value> {
  private current: Held<Value>;
  private stamp: string | undefined;
  private isTouched = false;
  private loading: Promise<void> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private latest = 0;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly store: Store,
    private readonly tabs: Pick<Tabs, 'publish'>,
    readonly name: string,
    private readonly blank: Value,
  ) {
    this.current = { value: blank, ready: false, changedElsewhere: false };
  }

  readonly held = (): Held<Value> => this.current;

  /** Calls the watcher after every change; what is kept is looked for when the first one begins. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    void this.load();
    return () => this.watchers.delete(watcher);
  };

  /** Looks for what is kept, once. */
  load(): Promise<void> {
    return (this.loading ??= this.find().then((kept) => {
      // What was typed before the device answered holds.
      this.stamp ??= kept?.stamp;
      if (!this.isTouched) this.show(kept);
    }));
  }

  set(value: Value): void {
    this.isTouched = true;
    this.change({ value, ready: true });
    if (!this.current.changedElsewhere) this.save();
  }

  /** Throws away what was typed, here and on the device. */
  forget(): void {
    this.isTouched = false;
    this.change({ value: this.blank, ready: true, changedElsewhere: false });
    this.write(async () => this.put(undefined));
  }

  /**
   * Notes what is about to be sent, whole or in some parts. The answer is to be called when it has arrived: it forgets what was sent,
   * and keeps what was typed since.
   */
  sending(...parts: (keyof Value & string)[]): () => void {
    const was = this.current.value;
    return () => {
      const value = leftAfter(this.current.value, { was, blank: this.blank, parts });
      this.isTouched = !isSame(value, this.blank);
      this.change({ value, ready: true });
      if (!this.current.changedElsewhere) this.save();
    };
  }

  /** Another tab has saved, sent or discarded this form. */
  async changedInOtherTab(): Promise<void> {
    await this.load();
    await this.saving;
    const kept = await this.find();
    if (kept?.stamp === this.stamp) return;
    if (this.isTouched && this.watchers.size > 0) return this.change({ changedElsewhere: true });
    this.adopt(kept);
  }

  /** Takes what the other tab has made of it. */
  async take(): Promise<void> {
    await this.saving;
    this.adopt(await this.find());
  }

  /** Keeps what is on this screen, over what the other tab has made of it. */
  async keep(): Promise<void> {
    await this.saving;
    this.stamp = (await this.find())?.stamp;
    this.change({ changedElsewhere: false });
    this.save();
    await this.saving;
  }

  /** Ends when everything that was typed so far is on the device. */
  saved(): Promise<void> {
    return this.saving;
  }

  private adopt(kept: Kept | undefined): void {
    this.isTouched = false;
    this.stamp = kept?.stamp;
    this.show(kept);
  }

  private show(kept: Kept | undefined): void {
    this.change({ value: kept ? (kept.value as Value) : this.blank, ready: true, changedElsewhere: false });
  }

  private save(): void {
    this.write(async () => {
      const kept = await this.find();
      if (kept?.stamp !== this.stamp) return this.change({ changedElsewhere: true });
      const { value } = this.current;
      return this.put(isSame(value, this.blank) ? undefined : value);
    });
  }

  private async put(value: Value | undefined): Promise<void> {
    const page = here();
    const kept = value === undefined ? undefined : { value, stamp: crypto.randomUUID(), ...(page && { page }) };
    await (kept ? this.store.put(this.name, kept) : this.store.remove(this.name));
    this.stamp = kept?.stamp;
    this.tabs.publish({ type: 'draft', name: this.name });
  }

  /** Does one thing after the other, after what is kept is known, and of several that wait only the last. */
  private write(act: () => Promise<void>): void {
    const number = (this.latest += 1);
    this.saving = this.saving
      .then(() => this.load())
      .then(() => (number === this.latest ? act() : undefined))
      .catch(() => undefined);
  }

  /** A device that cannot be read keeps nothing. */
  private async find(): Promise<Kept | undefined> {
    const kept = (await this.store.get(this.name).catch(() => undefined)) as Kept | undefined;
    return kept === undefined || isStamped(kept) ? kept : { value: kept, stamp: '' };
  }

  private change(part: Partial<Held<Value>>): void {
    this.current = { ...this.current, ...part };
    for (const watcher of this.watchers) watcher();
  }
}

/** Whether it was kept with a stamp; forms were kept without one before. */
const isStamped = (kept: unknown) => typeof kept === 'object' && kept !== null && 'stamp' in kept;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
