import type { App } from '@slack/bolt';
import { type Entered, type Press, press as pressSchema, type Submission } from '../payload.ts';
import type { Person } from '../people.ts';
import { type Action, actionPattern } from '../views/actions.ts';
import { section } from '../views/elements.ts';
import { escapeText } from '../views/escape.ts';
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

/** The same for what guests and strangers are not offered. */
export function onMemberPress(app: App<TakenContext>, toolbox: Toolbox, action: Action, handle: OnPress): void {
  onPress(app, toolbox, action, async (press, value, person) => {
    if (person.standing === 'member') await handle(press, value, person);
  });
}

/** Opens a window, or lays it on the one that is open. It can no longer be opened three seconds after the press. */
export async function openView(
  { api, log }: Toolbox,
  trigger: string,
  view: object,
  method: 'views.open' | 'views.push' = 'views.open',
): Promise<void> {
  const result = await api.call(method, { trigger_id: trigger, view });
  if (!result.ok) log.warn('window not opened', { code: result.code, detail: result.details?.join(' ').slice(0, 300) });
}

/** Says a sentence to whoever pressed, beside the message. */
export async function sayBeside({ respond }: Toolbox, { response_url }: Press, text: string): Promise<void> {
  const message = { text: escapeText(text), blocks: [section(text)] };
  if (response_url) await respond(response_url, { rich: message, plain: message }, 'beside');
}

/** What was entered into the one input of a block. */
export function enteredIn({ view }: Submission, block: string): Entered {
  return Object.values(view.state.values[block] ?? {})[0] ?? {};
}
