import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { PlanItem, Status } from '../../report/model.ts';
import type { Note } from '../../state/notes.ts';
import { STATUSES } from '../../tools/progress-figures.ts';
import { type Entered, type Press, press as pressSchema, submission } from '../payload.ts';
import { ACTIONS, actionPattern, CALLBACKS, INPUTS } from '../views/actions.ts';
import { section } from '../views/elements.ts';
import { itemKey, noteModal, ownNotesModal, wordModal } from '../views/note.ts';
import { slackWording } from '../wording.ts';
import { type JobsWording, jobsWording } from '../wording-jobs.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** What the form carries: which note is edited, or for which reminder a new one is written. */
const metadataSchema = z.object({
  note: z.string().nullable(),
  subscription: z.string().nullable(),
  report: z.string(),
});
type Metadata = z.infer<typeof metadataSchema>;

/** Opens a person's own notes. */
export async function openOwnNotes(user: string, trigger: string, toolbox: Toolbox): Promise<void> {
  const { language } = await toolbox.people.of(user);
  const words = jobsWording(language);
  const view = ownNotesModal(
    toolbox.notebook.by(user),
    labelOf(language, toolbox),
    words,
    slackWording(language).close,
  );
  await open(toolbox, trigger, view);
}

/** The buttons below a reminder, the form, and a person's own notes. */
export function registerNotes(app: App<TakenContext>, toolbox: Toolbox): void {
  const { notebook, people, state, schedule, respond } = toolbox;

  const onPress = (
    action: Parameters<typeof actionPattern>[0],
    handle: (press: Press, value: string, words: JobsWording) => Promise<void>,
  ) =>
    app.action(actionPattern(action), async ({ body, ack }) => {
      await ack();
      const read = pressSchema.safeParse(body);
      if (!read.success) return;
      const { language } = await people.of(read.data.user.id);
      await handle(read.data, read.data.actions[0]?.value ?? '', jobsWording(language));
    });

  /** The form for the items of a reminder, for whoever may write there. */
  async function begin(press: Press, id: string, words: JobsWording, status: Status | null): Promise<void> {
    const { language } = await people.of(press.user.id);
    const subscription = await state.subscriptions.byId(id);
    const items = subscription ? schedule.dueItems(subscription) : [];
    const close = slackWording(language).close;
    if (!subscription || !schedule.mayWrite(press.user.id, subscription, press.channel?.id ?? null))
      return open(toolbox, press.trigger_id, wordModal(words.note.title, words.note.notAllowed, close));
    if (items.length === 0)
      return open(toolbox, press.trigger_id, wordModal(words.note.title, words.note.nothingDue, close));
    const metadata: Metadata = { note: null, subscription: id, report: toolbox.assistant.scope().report.id };
    const view = noteModal(
      {
        items,
        chosen: items.length === 1 ? (items[0] ?? null) : null,
        text: status === 'done' ? words.note.doneText : '',
        status,
        on: schedule.today(),
        metadata: JSON.stringify(metadata),
        label: labelOf(language, toolbox),
      },
      words,
    );
    await open(toolbox, press.trigger_id, view);
  }

  onPress(ACTIONS.noteWrite, (press, id, words) => begin(press, id, words, null));
  onPress(ACTIONS.noteDone, (press, id, words) => begin(press, id, words, 'done'));
  onPress(ACTIONS.noteLater, async (press, id, words) => {
    const subscription = await state.subscriptions.byId(id);
    if (!subscription || !schedule.mayWrite(press.user.id, subscription, press.channel?.id ?? null)) return;
    const { language } = await people.of(press.user.id);
    const text = words.reminder.snoozed(schedule.dayInWords(await schedule.untilNextWeek(subscription), language));
    const message = { text, blocks: [section(text)] };
    if (press.response_url) await respond(press.response_url, { rich: message, plain: message }, 'beside');
  });
  onPress(ACTIONS.noteEdit, async (press, id, words) => {
    const { language } = await people.of(press.user.id);
    const note = notebook.by(press.user.id).find((each) => each.id === id);
    const item = note && itemOf(note.item.report, itemKey(note.item), toolbox);
    if (!note || !item) return;
    const metadata: Metadata = { note: id, subscription: null, report: note.item.report };
    const { text, status, on } = note;
    const label = labelOf(language, toolbox);
    const view = noteModal(
      { items: [item], chosen: item, text, status, on, metadata: JSON.stringify(metadata), label },
      words,
    );
    await open(toolbox, press.trigger_id, view, 'views.push');
  });
  onPress(ACTIONS.noteWithdraw, async (press, id, words) => {
    const { language } = await people.of(press.user.id);
    await notebook.withdraw(id, press.user.id);
    const view = ownNotesModal(
      notebook.by(press.user.id),
      labelOf(language, toolbox),
      words,
      slackWording(language).close,
    );
    if (press.view) await toolbox.api.call('views.update', { view_id: press.view.id, view });
  });

  app.view(CALLBACKS.note, async ({ body, ack }) => {
    const read = submission.safeParse(body);
    if (!read.success) return ack();
    const { user, view } = read.data;
    const { language } = await people.of(user.id);
    const words = jobsWording(language);
    const metadata = metadataOf(view.private_metadata);
    const entered = (block: string): Entered => Object.values(view.state.values[block] ?? {})[0] ?? {};
    const content = {
      text: entered(INPUTS.text).value?.trim() ?? '',
      status: STATUSES.find((status) => status === entered(INPUTS.status).selected_option?.value) ?? null,
      on: entered(INPUTS.on).selected_date ?? schedule.today(),
    };
    const item = metadata && itemOf(metadata.report, entered(INPUTS.item).selected_option?.value ?? '', toolbox);
    if (!metadata || !item || content.text === '')
      return ack({ response_action: 'errors', errors: { [INPUTS.text]: words.note.text } });
    // Acknowledged only when it is on the disk: what a section was told is kept is kept.
    if (metadata.note !== null) await notebook.edit(metadata.note, user.id, content);
    else await notebook.write({ ...content, item: notedOf(item), author: user.id, section: sectionOf(item) });
    await ack({
      response_action: 'update',
      view: wordModal(words.note.title, words.note.saved, slackWording(language).close),
    });
  });
}

async function open(
  { api, log }: Toolbox,
  trigger: string,
  view: object,
  method: 'views.open' | 'views.push' = 'views.open',
): Promise<void> {
  const result = await api.call(method, { trigger_id: trigger, view });
  if (!result.ok)
    log.warn('note form not opened', { code: result.code, detail: result.details?.join(' ').slice(0, 300) });
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

function labelOf(language: 'ja' | 'en', { assistant }: Toolbox) {
  const words = slackWording(language);
  const names = assistant.names(language);
  return ({ kind, number, title }: Pick<PlanItem, 'kind' | 'number' | 'title'>) =>
    `${words.target({ kind: 'item', of: kind, number })} ${names.title(title)}`;
}
