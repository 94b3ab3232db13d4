/** Whether a page can be shown: its code is here, there is no connection to fetch it, or a newer version has replaced it. */
export type Readiness = 'ready' | 'offline' | 'gone';

/** The code of the pages, each fetched when it is first wanted. */
export class PageCode {
  private readonly fetches = new Map<string, () => Promise<void>>();

  constructor(
    /** Whether the window can be reached at all. */
    private readonly reach: () => Promise<boolean>,
  ) {}

  add(page: string, fetchIt: () => Promise<void>): void {
    this.fetches.set(page, fetchIt);
  }

  /** Fetches the code of a page, or says why that cannot be done now; a page without code of its own is always ready. */
  async readiness(page: string): Promise<Readiness> {
    try {
      await this.fetches.get(page)?.();
      return 'ready';
    } catch {
      return (await this.reach().catch(() => false)) ? 'gone' : 'offline';
    }
  }
}
