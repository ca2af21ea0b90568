import type { App } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import { alike } from '../deliver.ts';
import { type Entered, type Press, press as pressSchema, type Submission } from '../payload.ts';
import { barred, notMember, type Person } from '../people.ts';
import { type Action, actionPattern } from '../views/actions.ts';
import { sentence } from '../views/elements.ts';
import { wordModal } from '../views/note.ts';
import { noticeText } from '../views/notice.ts';
import { type NoticeKind, type SlackLanguage, slackWording } from '../wording.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** What is done for a press; `value` is that of the button, or of the option that was chosen. */
export type OnPress = (press: Press, value: string, person: Person) => Promise<void>;

/** Acknowledges a press or a choice, and then does what it stands for. */
export function onPress(app: App<TakenContext>, { people }: Toolbox, action: Action, handle: OnPress): void {
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

/**
 * Opens a window, or lays it on the one that is open. It can no longer be opened three seconds after the press.
 * @throws AppError `WINDOW_REFUSED`, which is told to whoever pressed where the press came with an address for it
 */
export async function openView(
  { api, log }: Toolbox,
  trigger: string,
  view: object,
  method: 'views.open' | 'views.push' = 'views.open',
): Promise<void> {
  const result = await api.call(method, { trigger_id: trigger, view });
  if (result.ok) return;
  const detail = [result.code, ...(result.details ?? [])].join(' ').slice(0, 300);
  if (result.isUndone) throw new AppError('WINDOW_REFUSED', detail);
  log.warn('window perhaps not opened', { detail });
}

/** Says a sentence to whoever pressed: beside the message, or in a window where there is no message. */
export async function sayBeside(
  toolbox: Toolbox,
  { response_url, trigger_id, view }: Press,
  text: string,
  language: SlackLanguage,
): Promise<void> {
  if (response_url) await toolbox.respond(response_url, alike(sentence(text)), 'beside');
  else {
    const { noticeTitle, close } = slackWording(language);
    const method = view?.type === 'modal' ? 'views.push' : 'views.open';
    await openView(toolbox, trigger_id, wordModal(noticeTitle, text, close), method);
  }
}

/** What was entered into the one input of a block. */
export function enteredIn({ view }: Submission, block: string): Entered {
  return Object.values(view.state.values[block] ?? {})[0] ?? {};
}
