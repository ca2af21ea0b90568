import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { PlanItem, Status } from '../../report/model.ts';
import type { Note } from '../../state/notes.ts';
import type { Subscription } from '../../state/subscriptions.ts';
import { STATUSES } from '../../tools/progress-figures.ts';
import { type Command, type Press, submission } from '../payload.ts';
import type { Person } from '../people.ts';
import { ACTIONS, type Action, CALLBACKS, INPUTS } from '../views/actions.ts';
import { readMetadata, writeMetadata } from '../views/form-metadata.ts';
import { itemKey, noteModal, ownNotesModal, wordModal } from '../views/note.ts';
import { type SlackLanguage, slackWording } from '../wording.ts';
import { jobsWording } from '../wording-jobs.ts';
import { changeView, enteredIn, type OnPress, onMemberPress, openView, sayBeside } from './press.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** What the form carries: which note is edited, null for a new one, and the report of its item. */
const metadataSchema = z.object({ note: z.string().nullable(), report: z.string() });
type Metadata = z.infer<typeof metadataSchema>;

/** What a reminder asks of a person. */
interface Asked {
  readonly subscription: Subscription;
  /** On which that person may note progress; at least one. */
  readonly items: readonly PlanItem[];
}

/** Opens a person's own notes. */
export async function openOwnNotes(
  { user_id, trigger_id }: Command,
  { language }: Person,
  toolbox: Toolbox,
): Promise<void> {
  await openView(toolbox, trigger_id, ownNotes(user_id, language, toolbox));
}

function ownNotes(user: string, language: SlackLanguage, toolbox: Toolbox) {
  const label = labelOf(language, toolbox);
  return ownNotesModal(toolbox.notebook.by(user), label, jobsWording(language), slackWording(language).close);
}

/** The buttons below a reminder, the form, and a person's own notes. */
export function registerNotes(app: App<TakenContext>, toolbox: Toolbox): void {
  const { notebook, state, schedule } = toolbox;

  const on = (action: Action, handle: OnPress) => onMemberPress(app, toolbox, action, handle);

  /** A press below a reminder, for whoever may write there; anybody else is told why not. */
  const onReminder = (action: Action, handle: (press: Press, asked: Asked, person: Person) => Promise<void>) =>
    on(action, async (press, id, person) => {
      const subscription = await state.subscriptions.byId(id);
      const items = subscription && (await schedule.itemsFor(press.user.id, subscription, press.channel?.id ?? null));
      if (subscription && items && items.writable.length > 0)
        return handle(press, { subscription, items: items.writable }, person);
      const { note } = jobsWording(person.language);
      const why = items && items.due.length > 0 ? note.notAllowed : note.nothingDue;
      await openView(toolbox, press.trigger_id, wordModal(note.title, why, slackWording(person.language).close));
    });

  /** The form for the items of a reminder. */
  async function begin(press: Press, { items }: Asked, { language }: Person, status: Status | null): Promise<void> {
    const words = jobsWording(language);
    const metadata: Metadata = { note: null, report: toolbox.assistant.scope().report.id };
    const view = noteModal(
      {
        items,
        chosen: items.length === 1 ? (items[0] ?? null) : null,
        text: status === 'done' ? words.note.doneText : '',
        status,
        on: schedule.today(),
        metadata: writeMetadata({ language, value: JSON.stringify(metadata) }),
        label: labelOf(language, toolbox),
      },
      words,
    );
    await openView(toolbox, press.trigger_id, view);
  }

  onReminder(ACTIONS.noteWrite, (press, asked, person) => begin(press, asked, person, null));
  onReminder(ACTIONS.noteDone, (press, asked, person) => begin(press, asked, person, 'done'));
  onReminder(ACTIONS.noteLater, async (press, { subscription }, { language }) => {
    const monday = schedule.dayInWords(await schedule.untilNextWeek(subscription), language);
    await sayBeside(toolbox, press, jobsWording(language).reminder.snoozed(monday), language);
  });
  on(ACTIONS.noteEdit, async (press, id, { language }) => {
    const note = notebook.by(press.user.id).find((each) => each.id === id);
    const item = note && itemOf(note.item.report, itemKey(note.item), toolbox);
    if (!note || !item) return sayBeside(toolbox, press, jobsWording(language).note.gone, language);
    const metadata: Metadata = { note: id, report: note.item.report };
    const { text, status } = note;
    const label = labelOf(language, toolbox);
    const carried = writeMetadata({ language, value: JSON.stringify(metadata) });
    const view = noteModal(
      { items: [item], chosen: item, text, status, on: note.on, metadata: carried, label },
      jobsWording(language),
    );
    await openView(toolbox, press.trigger_id, view, 'views.push');
  });
  on(ACTIONS.noteWithdraw, async (press, id, { language }) => {
    await notebook.withdraw(id, press.user.id);
    const view = ownNotes(press.user.id, language, toolbox);
    if (press.view) await changeView(toolbox, press.view.id, view);
  });

  app.view(CALLBACKS.note, async ({ body, ack }) => {
    const read = submission.safeParse(body);
    if (!read.success) return ack();
    const { user, view } = read.data;
    const { language, value } = readMetadata(view.private_metadata);
    const words = jobsWording(language);
    const metadata = metadataOf(value);
    const entered = (block: string) => enteredIn(read.data, block);
    const content = {
      text: entered(INPUTS.text).value?.trim() ?? '',
      status: STATUSES.find((status) => status === entered(INPUTS.status).selected_option?.value) ?? null,
      on: entered(INPUTS.on).selected_date ?? schedule.today(),
    };
    const item = metadata && itemOf(metadata.report, entered(INPUTS.item).selected_option?.value ?? '', toolbox);
    if (!metadata || !item || content.text === '')
      return ack({ response_action: 'errors', errors: { [INPUTS.text]: words.note.empty } });
    // Acknowledged only when it is on the disk: what a section was told is kept is kept.
    const kept =
      metadata.note !== null
        ? await notebook.edit(metadata.note, user.id, content)
        : await notebook.write(`${view.id}:${itemKey(item)}`, {
            ...content,
            item: notedOf(item),
            author: user.id,
            section: sectionOf(item),
          });
    const said = kept ? words.note.saved : words.note.gone;
    await ack({ response_action: 'update', view: wordModal(words.note.title, said, slackWording(language).close) });
  });
}

/** Null for metadata that this program did not write. */
function metadataOf(text: string): Metadata | null {
  try {
    return metadataSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function itemOf(report: string, key: string, { assistant }: Toolbox): PlanItem | null {
  return assistant.scope(report).report.items.find((item) => itemKey(item) === key) ?? null;
}

function notedOf({ kind, number, title, source }: PlanItem): Note['item'] {
  return { report: source.report, kind, number, title };
}

/** The section in charge of the item; null when there are several or none. */
function sectionOf({ owners }: PlanItem): string | null {
  return owners?.length === 1 ? (owners[0] ?? null) : null;
}

function labelOf(language: SlackLanguage, { assistant }: Toolbox) {
  const words = slackWording(language);
  const names = assistant.names(language);
  return ({ kind, number, title }: Pick<PlanItem, 'kind' | 'number' | 'title'>) =>
    `${words.target({ kind: 'item', of: kind, number })} ${names.title(title)}`;
}
