import { newKey, open, seal, type Sealed } from './sealing.ts';

/** Where drafts and unanswered requests are kept between visits. */
export interface Store {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
  /** The names of what is kept and begins so. */
  names(beginning: string): Promise<string[]>;
}

/** Keeps things while the page is open, where the browser gives nothing better. */
export class MemoryStore implements Store {
  private readonly kept = new Map<string, unknown>();

  async get(name: string): Promise<unknown> {
    return this.kept.get(name);
  }

  async put(name: string, value: unknown): Promise<void> {
    this.kept.set(name, value);
  }

  async remove(name: string): Promise<void> {
    this.kept.delete(name);
  }

  async names(beginning: string): Promise<string[]> {
    return [...this.kept.keys()].filter((name) => name.startsWith(beginning));
  }
}

const database = 'janela';
const keys = 'keys';
const drafts = 'drafts';

/**
 * Keeps things on the device for one person, encrypted with a key that the browser never gives out, not even to this page. What
 * was kept for another person is wiped when it opens, for devices are shared; it survives a reload, a closed tab and an expired login.
 */
export class DeviceStore implements Store {
  private constructor(
    private readonly db: IDBDatabase,
    private readonly key: CryptoKey,
    private readonly personId: string,
  ) {}

  /** Opens it for a person; where the browser has no such storage, things are kept while the page is open. */
  static async open(personId: string): Promise<Store> {
    try {
      const db = await openDatabase();
      const others = (await done(db.transaction(keys).objectStore(keys).getAllKeys())).filter((id) => id !== personId);
      if (others.length > 0) await wipe(db);
      return new DeviceStore(db, await keyOf(db, personId), personId);
    } catch {
      return new MemoryStore();
    }
  }

  async get(name: string): Promise<unknown> {
    const sealed = (await done(this.db.transaction(drafts).objectStore(drafts).get(name))) as Sealed | undefined;
    return sealed && open(this.key, { personId: this.personId, name }, sealed);
  }

  async put(name: string, value: unknown): Promise<void> {
    const sealed = await seal(this.key, { personId: this.personId, name }, value);
    await done(this.db.transaction(drafts, 'readwrite').objectStore(drafts).put(sealed, name));
  }

  async remove(name: string): Promise<void> {
    await done(this.db.transaction(drafts, 'readwrite').objectStore(drafts).delete(name));
  }

  async names(beginning: string): Promise<string[]> {
    const all = await done(this.db.transaction(drafts).objectStore(drafts).getAllKeys());
    return all.map(String).filter((name) => name.startsWith(beginning));
  }
}

/** Wipes whatever is kept on this device, for everybody. */
export async function wipeDevice(): Promise<void> {
  sessionStorage.clear();
  await openDatabase()
    .then(wipe)
    .catch(() => undefined);
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(keys);
    request.result.createObjectStore(drafts);
  };
  return done(request);
}

async function keyOf(db: IDBDatabase, personId: string): Promise<CryptoKey> {
  const made = await newKey();
  const store = db.transaction(keys, 'readwrite').objectStore(keys);
  // Two tabs that open at once agree on the key of the first.
  const kept = (await done(store.get(personId))) as CryptoKey | undefined;
  if (!kept) await done(store.put(made, personId));
  return kept ?? made;
}

async function wipe(db: IDBDatabase): Promise<void> {
  const both = db.transaction([keys, drafts], 'readwrite');
  await Promise.all([done(both.objectStore(keys).clear()), done(both.objectStore(drafts).clear())]);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing'));
  });
}
