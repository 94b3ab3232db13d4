import { isFile, type Unanswered } from './attempt.ts';
import { type SentChange, sendChange } from './change.ts';
import type { Store } from './device-store.ts';
import type { Place } from './here.ts';
import { Refused } from './problem.ts';
import { hasMovedOn, isSilence, saysNothingOfFirst } from './silence.ts';

type Send = (change: SentChange<unknown>) => Promise<unknown>;

/** A form that is kept on the device, and the page that it stands on, where that is known. */
export interface KeptForm {
  name: string;
  page: Place | undefined;
  /** Whether it can be asked again without the form: a change on a version does nothing twice. */
  canAsk: boolean;
}

/** What of a person's work would be lost with this device: forms never sent, and forms sent of which it is not known what became of them. */
export interface UnsentWork {
  drafts: KeptForm[];
  unanswered: KeptForm[];
}

/** The number of a complaint comes with its answer alone, and a sensitive one is found by nothing else: who sent it must see that. */
const showsNumberOnce = '/grievances/v1/cases';

/** Lists what is kept, having asked what became of what was sent; a question does nothing, and what was not done by then never is. */
export async function findUnsent(store: Store, send: Send = sendChange): Promise<UnsentWork> {
  const sent = await all<Unanswered>(store, 'attempt ');
  const still = await Promise.all(sent.map(async (each) => ((await isKnown(store, send, each)) ? [] : [each])));
  const unanswered = await Promise.all(
    still.flat().map(async ({ name }) => {
      const value = (await store.get(name)) as Unanswered;
      return { name, page: value.page, canAsk: isWhole(value) };
    }),
  );
  const pages = new Set(unanswered.map(({ page }) => page?.path));
  const done = (await all<Unanswered>(store, 'attempt ')).filter(({ value }) => value.isDone);
  const wasSent = new Set(done.flatMap(({ value }) => textsIn(bodyIn(value))));
  const drafts = (await all<{ page?: Place; value?: unknown }>(store, 'draft '))
    // It was sent, and done: no word of it would be lost.
    .filter(({ value }) => !isPartOf(wasSent, textsIn(value.value)))
    .map(({ name, value }) => ({ name, page: value.page, canAsk: false }))
    // The form of what was sent and never answered is kept as well: it is one form.
    .filter(({ page }) => page === undefined || !pages.has(page.path));
  const unseen = done
    .filter(({ value: { path } }) => path === showsNumberOnce)
    .map(({ name, value: { page } }) => ({ name, page, canAsk: false }));
  return { drafts, unanswered: [...unanswered, ...unseen] };
}

/** Sends what was changed on a version again, as pressing the buttons of the forms again does; what is answered is not kept any more. */
export async function askAgain(store: Store, send: Send = sendChange): Promise<void> {
  const sent = await all<Unanswered>(store, 'attempt ');
  for (const { name, value } of sent) {
    if (!isWhole(value)) continue;
    const { key, method = 'post', path, version } = value;
    const change = {
      method,
      path,
      body: bodyIn(value),
      idempotencyKey: key,
      ...(version !== undefined && { version }),
    };
    const isOver = await send(change).then(
      () => true,
      (error: unknown) => hasMovedOn(error) || !(isSilence(error) || saysNothingOfFirst(error, {})),
    );
    if (isOver) await store.remove(name);
  }
}

interface Named<Value> {
  name: string;
  value: Value;
}

async function all<Value>(store: Store, beginning: string): Promise<Named<Value>[]> {
  const names = await store.names(beginning).catch(() => []);
  const found = await Promise.all(names.map(async (name) => ({ name, value: (await store.get(name)) as Value })));
  return found.filter(({ value }) => typeof value === 'object' && value !== null);
}

/** Whether it is known what became of it. What was done keeps its key, so that the same form sent again does nothing twice. */
async function isKnown(store: Store, send: Send, { name, value }: Named<Unanswered>): Promise<boolean> {
  if (value.isDone) return true;
  if (value.version !== undefined || isFile(value)) return false;
  const { key, path } = value;
  const code = await send({ method: 'post', path, body: bodyIn(value), idempotencyKey: key, isQuestion: true }).then(
    () => 'idempotency.key_done',
    (error: unknown) => (error instanceof Refused ? error.problem.code : ''),
  );
  if (code === 'idempotency.key_void') await store.remove(name);
  if (code === 'idempotency.cannot_ask') await store.put(name, { ...value, guardsItself: true });
  if (code === 'idempotency.key_done') await store.put(name, { ...value, isDone: true });
  return code === 'idempotency.key_void' || code === 'idempotency.key_done';
}

/** Whether sending it again as it is kept does nothing twice: its version guards it, or what it is about does. */
const isWhole = (value: Unanswered) => (value.version !== undefined || value.guardsItself === true) && !isFile(value);

/** Every text in a form or in what was sent of it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const isPartOf = (whole: ReadonlySet<string>, texts: readonly string[]) =>
  texts.length > 0 && texts.every((text) => whole.has(text));

const bodyIn = ({ body }: Unanswered): unknown => (body === '' ? undefined : JSON.parse(body));
