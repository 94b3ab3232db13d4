import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { MemoryStore, type Store } from './device-store.ts';
import { Drafts } from './drafts.ts';
import { tabsOf } from './tabs.ts';

const blank = { note: '', answer: '' };
let store: Store;
let channels: BroadcastChannel[];

/** A tab of the browser, with the form open in it. */
function openTab() {
  const channel = new BroadcastChannel(`tabs of ${expect.getState().currentTestName}`);
  channels.push(channel);
  const tabs = tabsOf(() => channel);
  const drafts = new Drafts(store, tabs);
  drafts.follow();
  const form = drafts.of('case 1', blank);
  const close = form.watch(() => undefined);
  return { drafts, form, close, tabs };
}

type Tab = ReturnType<typeof openTab>;

/** Ends when everything that two tabs published to each other has arrived, and they have done what follows: messages keep their order. */
async function settled(one: Tab, other: Tab) {
  for (const [speaker, listener] of [
    [one, other],
    [other, one],
    [one, other],
  ] as const) {
    await speaker.form.saved();
    const name = `everything up to here ${crypto.randomUUID()}`;
    const arrived = new Promise<void>((go) => {
      listener.tabs.follow((message) => 'name' in message && message.name === name && go());
    });
    speaker.tabs.publish({ type: 'draft', name });
    await arrived;
    await listener.form.changedInOtherTab();
  }
}

beforeEach(() => {
  store = new MemoryStore();
  channels = [];
});
afterEach(() => {
  for (const channel of channels) channel.close();
});

describe('a form that is kept', () => {
  it('is there again after a reload or a closed tab', async () => {
    const first = openTab();
    first.form.set({ note: 'The road', answer: '' });
    await first.form.saved();

    const again = openTab();
    await again.form.load();
    expect(again.form.held()).toEqual({
      value: { note: 'The road', answer: '' },
      ready: true,
      changedElsewhere: false,
    });
  });

  it('is there again on the same page a moment after it was left, before the device has it', () => {
    const { drafts, form, close } = openTab();
    form.set({ note: 'The road', answer: '' });
    close();
    expect(drafts.of('case 1', blank).held().value).toEqual({ note: 'The road', answer: '' });
  });

  it('leaves nothing on the device once it is discarded or emptied', async () => {
    const { form } = openTab();
    form.set({ note: 'x', answer: '' });
    await form.saved();
    form.set(blank);
    await form.saved();
    expect(await store.names('')).toEqual([]);
    form.set({ note: 'y', answer: '' });
    form.forget();
    await form.saved();
    expect([await store.names(''), form.held().value]).toEqual([[], blank]);
  });

  it('takes what was kept before forms had a stamp', async () => {
    await store.put('draft case 1', { note: 'old', answer: '' });
    const { form } = openTab();
    await form.load();
    expect(form.held().value).toEqual({ note: 'old', answer: '' });
    form.set({ note: 'older', answer: '' });
    await form.saved();
    expect(form.held()).toMatchObject({ value: { note: 'older' }, changedElsewhere: false });
  });
});

describe('a form that is being sent', () => {
  it('keeps what is typed before the answer comes', async () => {
    const { form } = openTab();
    form.set({ note: 'Sent', answer: '' });
    const sent = form.sending();
    form.set({ note: 'Sent, and more', answer: 'Dear' });
    sent();
    await form.saved();
    const again = openTab();
    await again.form.load();
    expect(again.form.held().value).toEqual({ note: 'Sent, and more', answer: 'Dear' });
  });

  it('forgets only the part that was sent', async () => {
    const { form } = openTab();
    form.set({ note: 'Sent', answer: 'Half an answer' });
    const sent = form.sending('note');
    sent();
    await form.saved();
    expect(form.held().value).toEqual({ note: '', answer: 'Half an answer' });
    form.sending()();
    await form.saved();
    expect(await store.names('')).toEqual([]);
  });
});

describe('one form in two tabs', () => {
  it('shows in the tab where nothing was typed what is typed in the other', async () => {
    const [one, other] = [openTab(), openTab()];
    one.form.set({ note: 'one', answer: '' });
    await settled(one, other);
    expect(other.form.held()).toMatchObject({ value: { note: 'one' }, changedElsewhere: false });
  });

  it('says so in the tab where something else was typed, and overwrites nothing until the caseworker chooses', async () => {
    const [one, other] = [openTab(), openTab()];
    await settled(one, other);
    one.form.set({ note: 'one', answer: '' });
    other.form.set({ note: 'other', answer: '' });
    await settled(one, other);
    const [kept] = [one, other].filter(({ form }) => !form.held().changedElsewhere);
    const [asking] = [one, other].filter(({ form }) => form.held().changedElsewhere);
    expect([kept, asking]).toEqual([expect.anything(), expect.anything()]);
    asking?.form.set({ note: 'still typing', answer: '' });
    await settled(one, other);
    const third = openTab();
    await third.form.load();
    expect(third.form.held().value).toEqual(kept?.form.held().value);
    expect(asking?.form.held()).toMatchObject({ value: { note: 'still typing' }, changedElsewhere: true });
  });

  it('never saves over what it has not seen, also where tabs cannot speak to each other', async () => {
    const alone = () =>
      new Drafts(
        store,
        tabsOf(() => undefined),
      ).of('case 1', blank);
    const [one, other] = [alone(), alone()];
    await Promise.all([one.load(), other.load()]);
    one.set({ note: 'one', answer: '' });
    await one.saved();
    other.set({ note: 'other', answer: '' });
    await other.saved();
    expect([one.held().changedElsewhere, other.held().changedElsewhere]).toEqual([false, true]);
    expect(await store.get('draft case 1')).toMatchObject({ value: { note: 'one' } });
  });

  it('has one of the two once the caseworker chose: that one, or this one', async () => {
    const alone = () =>
      new Drafts(
        store,
        tabsOf(() => undefined),
      ).of('case 1', blank);
    const [one, other] = [alone(), alone()];
    await Promise.all([one.load(), other.load()]);
    one.set({ note: 'one', answer: '' });
    await one.saved();
    other.set({ note: 'other', answer: '' });
    await other.saved();
    await other.keep();
    expect([other.held(), await store.get('draft case 1')]).toMatchObject([
      { value: { note: 'other' }, changedElsewhere: false },
      { value: { note: 'other' } },
    ]);
    one.set({ note: 'one again', answer: '' });
    await one.saved();
    await one.take();
    expect(one.held()).toMatchObject({ value: { note: 'other' }, changedElsewhere: false });
  });

  it('that is sent in one does not take away what the other has typed', async () => {
    const [one, other] = [openTab(), openTab()];
    one.form.set({ note: 'one', answer: '' });
    await settled(one, other);
    other.form.set({ note: 'one and more', answer: '' });
    await other.form.saved();
    one.form.sending()();
    await settled(one, other);
    expect(other.form.held().value).toEqual({ note: 'one and more', answer: '' });
    expect(await store.get('draft case 1')).toMatchObject({ value: { note: 'one and more' } });
  });
});
