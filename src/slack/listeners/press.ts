import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { AppError } from '../../errors.ts';
import type { Failure } from '../api.ts';
import { alike } from '../deliver.ts';
import { type Entered, type Press, press as pressSchema, type Submission } from '../payload.ts';
import { barred, notMember, type Person } from '../people.ts';
import { type Patience, persist, richOrPlain } from '../retry.ts';
import { type Action, actionPattern } from '../views/actions.ts';
import { sentence, withoutRichText } from '../views/elements.ts';
import { wordModal } from '../views/note.ts';
import { noticeText } from '../views/notice.ts';
import { type NoticeKind, type SlackLanguage, slackWording } from '../wording.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** What is done for a press; `value` is that of the button, or of the option that was chosen. */
export type OnPress = (press: Press, value: string, person: Person) => Promise<void>;

/** Acknowledges a press or a choice, and then does what it stands for. */
function onPress(app: App<TakenContext>, { people }: Toolbox, action: Action, handle: OnPress): void {
  app.action(actionPattern(action), async ({ body, ack }) => {
    await ack();
    const read = pressSchema.safeParse(body);
    if (!read.success) return;
    const [pressed] = read.data.actions;
    const value = pressed?.selected_option?.value ?? pressed?.value ?? '';
    await handle(read.data, value, await people.of(read.data.user.id));
  });
}

/** The same for those alone whose questions are answered. */
export function onAskerPress(app: App<TakenContext>, toolbox: Toolbox, action: Action, handle: OnPress): void {
  onPress(app, toolbox, action, unless(barred, toolbox, handle));
}

/** The same for members alone: what they do is seen by others. */
export function onMemberPress(app: App<TakenContext>, toolbox: Toolbox, action: Action, handle: OnPress): void {
  onPress(app, toolbox, action, unless(notMember, toolbox, handle));
}

function unless(refusal: (person: Person) => NoticeKind | null, toolbox: Toolbox, handle: OnPress): OnPress {
  return async (press, value, person) => {
    const refused = refusal(person);
    if (!refused) return handle(press, value, person);
    await sayBeside(toolbox, press, noticeText(refused, person.language), person.language);
  };
}

/** What Slack says of a trigger with which a window was opened before. */
const OPENED_BEFORE = 'exchanged_trigger_id';
/** A window can no longer be opened three seconds after the press. */
const WINDOW_PATIENCE: Patience = { tries: 3, longest: 1 };

/**
 * Opens a window, or lays it on the one that is open; plainly where rich text is refused.
 * @throws AppError `WINDOW_REFUSED`, which is told to whoever pressed
 */
export async function openView(
  toolbox: Toolbox,
  trigger: string,
  view: ModalView,
  method: 'views.open' | 'views.push' = 'views.open',
): Promise<void> {
  const failure = await tryToShow(toolbox, method, { trigger_id: trigger }, view);
  if (failure) throw refused(failure);
}

/** Shows something else in a window that is open. @throws AppError `WINDOW_REFUSED` */
export async function changeView(toolbox: Toolbox, id: string, view: ModalView): Promise<void> {
  const failure = await tryToShow(toolbox, 'views.update', { view_id: id }, view);
  if (failure) throw refused(failure);
}

async function tryToShow(
  { api, wait }: Toolbox,
  method: string,
  args: Readonly<Record<string, string>>,
  view: ModalView,
): Promise<Failure | null> {
  const forms = { rich: view, plain: { ...view, blocks: withoutRichText(view.blocks) } };
  let isAgain = false;
  const result = await persist(
    wait,
    async () => {
      const said = await richOrPlain(forms, (form) => api.call(method, { ...args, view: form }));
      // The try before has opened it, and only its answer was lost.
      if (isAgain && !said.ok && said.code === OPENED_BEFORE) return { ok: true as const };
      isAgain = true;
      return said;
    },
    WINDOW_PATIENCE,
  );
  return result.ok ? null : result;
}

function refused({ code, details = [] }: Failure): AppError {
  return new AppError('WINDOW_REFUSED', [code, ...details].join(' ').slice(0, 300));
}

/** Says a sentence to whoever pressed, alone: beside the message, or in a window where there is no message. */
export async function sayBeside(toolbox: Toolbox, press: Press, text: string, language: SlackLanguage): Promise<void> {
  const { user, channel, message, container, response_url, trigger_id, view } = press;
  if (view) {
    const { noticeTitle, close } = slackWording(language);
    const method = view.type === 'modal' ? 'views.push' : 'views.open';
    const window = wordModal(noticeTitle, text, close);
    if (!(await tryToShow(toolbox, method, { trigger_id }, window))) return;
  }
  const thread = message?.thread_ts ?? container?.thread_ts ?? null;
  const place = channel ? { channel: channel.id, thread } : null;
  await toolbox.aside({ user: user.id, place, responseUrl: response_url ?? null }, alike(sentence(text)));
}

/** What was entered into the one input of a block. */
export function enteredIn({ view }: Submission, block: string): Entered {
  return Object.values(view.state.values[block] ?? {})[0] ?? {};
}
