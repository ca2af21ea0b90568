import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSubscription } from '../../state/samples.ts';
import { CLERK, OFFICE, STAFF } from '../../support/slack/cast.ts';
import type { StoredView } from '../../support/slack/views.ts';
import { assistant, type Running, run } from '../running.ts';

/** Friday 4 June 2021, nine in the morning in Japan. */
const FRIDAY = Date.parse('2021-06-04T00:00:00Z');
const THREE_DAYS = 3 * 24 * 3_600_000;

let office: Running;
let time = FRIDAY;
beforeEach(async () => {
  time = FRIDAY;
  office = await run({ now: () => new Date(time) });
});
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const workspace = () => office.slack.workspace;
const show = (value: unknown) => JSON.stringify(value);
const notes = () => office.state.notes.all();

/** The form below a reminder, filled in with the first item that it offers. */
async function form(): Promise<{ readonly view: StoredView; readonly filled: Record<string, string> }> {
  await office.state.subscriptions.create(aSubscription({ channel: OFFICE, owner: null }));
  office.app.wake();
  time += THREE_DAYS + 1000;
  office.app.wake();
  const reminder = await workspace().until(
    () =>
      workspace()
        .messages(OFFICE)
        .find((each) => workspace().isOurs(each)),
    'the reminder',
  );
  await staff().presses(reminder, 'note_write');
  const view = await office.slack.views.modalThat(STAFF, ({ callback_id }) => callback_id === 'note');
  const item = /"value":"(plan:\d+)"/.exec(show(view.blocks))?.[1] ?? '';
  return { view, filled: { note_item: item, note_text: '六月に要綱を定めた', note_on: '2021-06-07' } };
}

/** Writes so many notes behind the back of the windows. */
async function write(count: number): Promise<void> {
  const item = assistant.scope().report.items.find(({ kind }) => kind === 'plan');
  if (!item) throw new Error('no item');
  const noted = { report: item.source.report, kind: item.kind, number: item.number, title: item.title };
  for (let i = 1; i <= count; i++)
    await office.state.notes.write(`note-${i}`, {
      item: noted,
      text: `その${i}。`,
      status: null,
      on: '2021-06-01',
      author: STAFF,
      section: null,
    });
  await office.restart();
}

async function ownNotes(person = STAFF): Promise<StoredView> {
  await office.slack.person(person).command('/gyokaku', 'notes', OFFICE);
  return office.slack.views.modalThat(person, ({ callback_id }) => callback_id === 'notes');
}

describe('the form for a note', () => {
  it('is kept once although it is sent twice', async () => {
    const { view, filled } = await form();
    const sent = await Promise.all([staff().submits(view, filled), staff().submits(view, filled)]);
    expect(show(sent)).toContain('記録しました');
    expect(await notes()).toMatchObject([{ text: '六月に要綱を定めた', author: STAFF }]);
  });

  it('does not say that it was saved when the note was withdrawn meanwhile', async () => {
    await write(1);
    await staff().presses(await ownNotes(), 'note_edit.0');
    const edit = await office.slack.views.modalThat(STAFF, ({ callback_id }) => callback_id === 'note');
    await office.state.notes.withdraw('note-1', STAFF);
    const { view } = await staff().submits(edit, { note_text: '遅い' });
    expect(show(view?.blocks)).toContain('保存できませんでした');
    expect(await notes()).toEqual([]);
  });
});

describe("a person's own notes", () => {
  it('are the newest, and it is said how many more there are', async () => {
    await write(22);
    const own = show((await ownNotes()).blocks);
    expect(own).toContain('その22。');
    expect(own).not.toContain('その2。');
    expect(own).toContain('ほかに2件');
  });

  it.each([
    [STAFF, '進捗メモはありません'],
    [CLERK, 'You have no progress notes'],
  ])('are none until one was written: %s', async (person, said) => {
    expect(show((await ownNotes(person)).blocks)).toContain(said);
  });

  it('are no longer theirs once they are forgotten, and stay in answers', async () => {
    await write(1);
    await staff().command('/gyokaku', 'forget', OFFICE);
    await office.whisperTo(STAFF);
    expect(show((await ownNotes()).blocks)).toContain('進捗メモはありません');
    const [item] = await notes();
    const asked = await staff().mentions(OFFICE, `項目${item?.item.number}の状況は？`);
    expect((await workspace().replyTo(asked)).text).toContain('その1。');
  });
});
